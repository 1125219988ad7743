#include "reducing.h"

#include "clj/core/caller.h"
#include "clj/core/host.h"
#include "clj/core/native_closure.h"
#include "clj/core/record.h"
#include "clj/core/refs.h"

namespace clj::builtins {

namespace {

// Types that programs define know how to reduce themselves.
bool reduces_itself(Value coll) {
  return is_kind(coll, Kind::kInstance) || is_kind(coll, Kind::kHostObject);
}

// The protocol function clojure.core.protocols/<name>, absent() before it is defined.
Value protocol_function(std::string_view name) {
  Value ns = find_namespace(make_symbol("", "clojure.core.protocols"));
  if (ns.is_nil()) return Value::absent();
  Value var = find_interned_var(ns, make_symbol("", name));
  return var.is_nil() || !cast<Var>(var)->is_bound() ? Value::absent() : deref(cast<Var>(var));
}

Value native(std::string_view name) { return deref(cast<Var>(intern_var("clojure.core", name))); }


Value with_meta_of(Value coll, Value source) {
  Value m = meta(source);
  return m.is_nil() && !is_kind(coll, Kind::kInstance) ? coll : with_meta(coll, m);
}

// (reduce f coll) of what a program defined.
[[gnu::noinline]] Value reduce_own(Value f, Value coll) {
  if (is_kind(coll, Kind::kInstance)) {
    if (is_instance(roots.class_reduce, coll)) {
      return call_method(coll, make_symbol("", "reduce"), &f, 1);
    }
    // An IReduceInit alone cannot start from its first element; JVM Clojure takes it for an IReduce, unless
    // it is Iterable as well: it finds the protocol's function for that first.
    if (is_instance(roots.class_reduce_init, coll) && !is_instance(roots.class_iterable, coll))
      throw_class_cast(coll, "clojure.lang.IReduce");
    Value protocol = protocol_function("coll-reduce");
    if (!protocol.is_absent()) return invoke(protocol, coll, f);
  }
  return reduce(f, coll);
}

// Collections that reduce themselves cast the function before they know whether they call it.
[[gnu::noinline]] void require_function(Value f, Value coll, bool has_init) {
  if (f.is_nil() || !coll.is_object()) return;
  switch (coll.as_object()->kind) {
    case Kind::kCons:
      if (has_init) return;
      break;
    case Kind::kInstance:
      if (!is_instance(roots.class_reduce_init, coll)) return;
      break;
    case Kind::kVector: case Kind::kList: case Kind::kLongRange: case Kind::kRange: case Kind::kRepeat: break;
    default: return;
  }
  throw_class_cast(f, "clojure.lang.IFn");
}

}  // namespace

bool is_editable(Value coll) {
  return is_kind(coll, Kind::kVector) || is_kind(coll, Kind::kArrayMap) || is_kind(coll, Kind::kHashMap) ||
         is_kind(coll, Kind::kHashSet) ||
         (is_kind(coll, Kind::kInstance) && is_instance(roots.class_editable_collection, coll));
}

Value reduce_any(Value f, Value init, Value coll) {
  if (!reduces_itself(coll)) return reduce(f, init, coll);
  Value method = find_method(coll, make_symbol("", "reduce"));
  if (!method.is_absent()) return invoke(method, coll, f, init);
  check_interface_method(coll, roots.class_reduce_init, "reduce", 2);
  Value protocol = protocol_function("coll-reduce");
  if (!protocol.is_absent()) return invoke(protocol, coll, f, init);
  return reduce(f, init, coll);
}

[[gnu::noinline]] Value reduce_taking(Value f, Value init, Value& slot) {
  Value coll = slot;
  slot = Value::nil();
  return reduce_any(f, init, coll);
}

// A type of the program that is a collection.
static bool is_walked(Value coll) { return is_kind(coll, Kind::kInstance) && (is_coll(coll) || is_seq(coll)); }

Value vector_by_reduction(Value coll) {
  Value elements = transient(roots.empty_vector);
  reduce_any(native("conj!"), elements, coll);
  return persistent(elements);
}

[[gnu::noinline]] bool walk_taking(Value& slot, Step step, void* context) {
  Value coll = slot;
  slot = Value::nil();
  return for_each(coll, step, context);
}

[[gnu::noinline]] bool for_each_taking(Value& slot, Step step, void* context) {
  Value coll = slot;
  slot = Value::nil();
  if (reduces_itself(coll) && !is_walked(coll))
    coll = persistent(reduce_any(native("conj!"), transient(roots.empty_vector), coll));
  return for_each(coll, step, context);
}

// Every way out is a last call, so that no copy of a lazy seq's head stays in this frame.
CLJ_FN(reduce_value) {
  Value coll = args[count - 1];
  args[count - 1] = Value::nil();
  if (!is_ifn(args[0])) require_function(args[0], coll, count == 3);
  if (count == 3) return reduce_any(args[0], args[1], coll);
  return reduces_itself(coll) ? reduce_own(args[0], coll) : reduce(args[0], coll);
}

CLJ_FN(reduce_kv) {
  Value f = args[0], accumulator = args[1], coll = args[2];
  args[2] = Value::nil();
  if (coll.is_nil()) return accumulator;
  bool by_itself = is_kind(coll, Kind::kVector) || (is_map(coll) && !is_record(coll));
  if (by_itself && !f.is_nil() && !is_ifn(f)) throw_class_cast(f, "clojure.lang.IFn");
  Caller call(f, 3);
  auto step = [&](Value key, Value value) {
    accumulator = call(accumulator, key, value);
    Reduced* reduced = try_cast<Reduced>(accumulator);
    if (reduced) accumulator = reduced->value;
    return reduced == nullptr;
  };
  // Types of the program have a method, or the protocol, whatever else they are.
  if (reduces_itself(coll)) {
    Value method = find_method(coll, make_symbol("", "kvreduce"));
    if (!method.is_absent()) return invoke(method, coll, f, accumulator);
    check_interface_method(coll, roots.class_kv_reduce, "kvreduce", 2);
    Value protocol = protocol_function("kv-reduce");
    if (!protocol.is_absent()) return invoke(protocol, coll, f, accumulator);
  }
  // Entries and vectors of primitives are vectors, but not reduced by index.
  if (is_vector(coll) && !is_kind(coll, Kind::kMapEntry) && !is_kind(coll, Kind::kPrimitiveVector)) {
    int64_t index = 0;
    for_each(coll, [&](Value v) { return step(make_long(index++), v); });
    return accumulator;
  }
  if (is_map(coll)) {
    for_each_kv(coll, [&](Value key, Value value) { return step(key, value); });
    return accumulator;
  }
  for_each(coll, [&](Value entry) {
    if (!is_kind(entry, Kind::kMapEntry)) throw_bad_argument(entry, "java.util.Map$Entry");
    return step(nth(entry, 0), nth(entry, 1));
  });
  return accumulator;
}

CLJ_FN(transduce) {
  Value f = invoke(function_in(args[0], "\"xform\""), args[1]);
  Value init = count == 4 ? args[2] : invoke(args[1]);
  return invoke(f, reduce_taking(f, init, args[count - 1]));
}

CLJ_FN(run) {
  if (reduces_itself(args[1])) {
    reduce_any(make_native_closure(NativeClosureOp::kRunStep, args[0]), Value::nil(), args[1]);
    return Value::nil();
  }
  Caller call(function_in(args[0], "\"this.proc\""), 1);
  for_each_taking(args[1], [&](Value v) { return !is_kind(call(v), Kind::kReduced); });
  return Value::nil();
}

CLJ_FN(into_step) { return count == 1 ? persistent(args[0]) : conj_transient(args[0], args[1]); }

CLJ_FN(into) {
  if (count == 0) return roots.empty_vector;
  Value to = args[0];
  if (count == 1) return to;
  if (count == 3) {
    bool editable = is_editable(to);
    Value transducer = function_in(args[1], "\"xform\"");
    Value f = invoke(transducer, native(editable ? "-into-step" : "conj"));
    Value result = invoke(f, reduce_taking(f, editable ? transient(to) : to, args[2]));
    // halt-when may end with anything in place of the collection.
    return editable && supports_meta(result) ? with_meta_of(result, to) : result;
  }
  if (reduces_itself(args[1])) {
    bool editable = is_editable(to);
    Value result = reduce_any(native(editable ? "conj!" : "conj"), editable ? transient(to) : to, args[1]);
    return editable ? with_meta_of(persistent(result), to) : result;
  }
  if (is_editable(to)) {
    Value building = transient(to);
    for_each_taking(args[1], [&](Value v) {
      building = conj_transient(building, v);
      return true;
    });
    return with_meta_of(persistent(building), to);
  }
  Value result = to;
  for_each_taking(args[1], [&](Value v) {
    result = conj(result, v);
    return true;
  });
  return result;
}

}  // namespace clj::builtins
