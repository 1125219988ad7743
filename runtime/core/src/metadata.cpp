#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/list.h"
#include "clj/core/map.h"
#include "clj/core/multifn.h"
#include "clj/core/queue.h"
#include "clj/core/record.h"
#include "clj/core/refs.h"
#include "clj/core/seqs.h"
#include "clj/core/set.h"
#include "clj/core/sorted.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/core/vector.h"
#include "copy_values.h"
#include "instances.h"

// Kinds of a fixed size with a `meta` member that with-meta replaces in a copy.
#define CLJ_META_KINDS(X)                                                                           \
  X(EmptyList) X(List) X(Cons) X(ChunkedCons) X(VectorSeq) X(VectorRSeq) X(SubVectorSeq) X(PrimitiveVectorSeq) \
  X(StringSeq) X(ArraySeq) X(IteratorSeq) X(EnumerationSeq) X(ArrayMapSeq) X(HashMapSeq) X(TreeMapSeq) X(KeySeq)      \
  X(ValSeq) X(QueueSeq) X(LongRange) X(Range) X(Iterate) X(Cycle) X(Repeat) X(Vector)  \
  X(SubVector) X(PrimitiveVector) X(HashMap) X(TreeMap) X(HashSet) X(TreeSet) X(Queue) X(Symbol)

namespace clj {
namespace {

// A copy of everything but the header's cache, with other metadata.
template <class T>
Value copy_with_meta(const T* from, Value meta) {
  auto* to = gc::make<T>();
  std::memcpy(static_cast<void*>(static_cast<Object*>(to) + 1), static_cast<const Object*>(from) + 1,
              sizeof(T) - sizeof(Object));
  constexpr uint8_t kOwn = kFlagA | kFlagB | kFlagC | kFlagD;
  to->set_flag(from->flags.load(std::memory_order_relaxed) & kOwn);
  to->meta = meta;
  return Value::object(to);
}

Value array_map_with_meta(const ArrayMap* from, Value meta) {
  auto* to = gc::make_with_slots<ArrayMap>(from->slots - 1u);
  copy_values(to->entries(), from->entries(), from->slots - 1u);
  to->meta = meta;
  return Value::object(to);
}

Value lazy_seq_with_meta(LazySeq* from, Value meta) {
  Value s = realize(from);
  auto* to = gc::make<LazySeq>();
  to->seq.store(s);
  to->meta = meta;
  to->set_flag(LazySeq::kCalled);
  return Value::object(to);
}

// Instances of reify: their classes have no fields, and metadata in the first slot.
bool is_reify(Value v) {
  auto* instance = try_cast<Instance>(v);
  return instance && cast<Class>(instance->type)->fields.is_nil();
}

Value reify_with_meta(const Instance* from, Value meta) {
  auto* to = gc::make_with_slots<Instance>(from->slots - 1u);
  copy_values(&to->type, &from->type, from->slots);
  to->fields()[0] = meta;
  return Value::object(to);
}

bool is_function(Value v) { return v.is_object() && info(v.as_object()->kind).flags & kFunction; }

}  // namespace

Value meta(Value v) {
  if (!v.is_object()) return Value::nil();
  switch (v.as_object()->kind) {
#define CLJ_META(T) \
  case Kind::k##T: return cast<T>(v)->meta;
    CLJ_META_KINDS(CLJ_META)
#undef CLJ_META
    case Kind::kLazySeq: return cast<LazySeq>(v)->meta;
    case Kind::kArrayMap: return cast<ArrayMap>(v)->meta;
    case Kind::kMetaFn: return cast<MetaFn>(v)->meta;
    case Kind::kVar: return cast<Var>(v)->meta.load();
    case Kind::kNamespace: return cast<Namespace>(v)->meta.load();
    case Kind::kAtom:
    case Kind::kRef:
    case Kind::kAgent: return try_reference(v)->meta.load();
    default: break;
  }
  if (answers_as_record(v, roots.sym_m_meta)) return record_meta(v);
  if (is_reify(v)) return cast<Instance>(v)->fields()[0];
  Value m;
  if (!try_method(v, roots.sym_m_meta, m)) check_interface_method(v, roots.class_meta, "meta", 0);
  return m;
}

bool supports_meta(Value v) {
  if (!v.is_object()) return false;
  switch (v.as_object()->kind) {
#define CLJ_META(T) case Kind::k##T:
    CLJ_META_KINDS(CLJ_META)
#undef CLJ_META
    case Kind::kLazySeq:
    case Kind::kArrayMap: return true;
    default: break;
  }
  return is_function(v) || is_record(v) || is_reify(v) || implements(v, roots.class_obj);
}

Value with_meta(Value v, Value meta) {
  if (!meta.is_nil() && !is_map(meta)) throw_class_cast(meta, "clojure.lang.IPersistentMap");
  if (v.is_object()) {
    switch (v.as_object()->kind) {
#define CLJ_META(T) \
  case Kind::k##T: return cast<T>(v)->meta == meta ? v : copy_with_meta(cast<T>(v), meta);
      CLJ_META_KINDS(CLJ_META)
#undef CLJ_META
      case Kind::kLazySeq: return cast<LazySeq>(v)->meta == meta ? v : lazy_seq_with_meta(cast<LazySeq>(v), meta);
      case Kind::kArrayMap:
        return cast<ArrayMap>(v)->meta == meta ? v : array_map_with_meta(cast<ArrayMap>(v), meta);
      default: break;
    }
    if (is_function(v)) {
      Value function = is_kind(v, Kind::kMetaFn) ? cast<MetaFn>(v)->function : v;
      bool of_form = is_kind(v, Kind::kMetaFn) && v.as_object()->has_flag(MetaFn::kOfForm);
      if (meta.is_nil() && !of_form) return function;
      auto* f = gc::make<MetaFn>();
      f->function = function;
      f->meta = meta;
      if (of_form) f->set_flag(MetaFn::kOfForm);
      return Value::object(f);
    }
    if (answers_as_record(v, roots.sym_m_with_meta)) return record_with_meta(v, meta);
    if (is_reify(v)) return reify_with_meta(cast<Instance>(v), meta);
    Value result;
    if (try_method(v, roots.sym_m_with_meta, result, meta)) return result;
  }
  if (v.is_nil())
    throw_error(Error::kNullPointer,
                "Cannot invoke \"clojure.lang.IObj.withMeta(clojure.lang.IPersistentMap)\" because \"x\" is null");
  throw_class_cast(v, "clojure.lang.IObj");
}

Value with_form_meta(Value v, Value meta) {
  Value made = with_meta(v, meta);
  if (is_kind(made, Kind::kMetaFn)) made.as_object()->set_flag(MetaFn::kOfForm);
  return made;
}

}  // namespace clj
