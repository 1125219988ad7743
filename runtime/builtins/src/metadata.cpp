// Metadata functions.
#include "clj/conc/agent.h"
#include "clj/conc/ref.h"
#include "clj/core/refs.h"
#include "native.h"

namespace clj::builtins {

namespace {

Value applied(Value f, Value first_argument, const Value* more, uint32_t count) {
  gc::ValueList arguments;
  arguments.push_back(first_argument);
  for (uint32_t i = 0; i < count; ++i) arguments.push_back(more[i]);
  return invoke(f, arguments.data(), static_cast<uint32_t>(arguments.size()));
}

// The metadata slot of a reference type whose metadata can be changed in place.
AtomicValue& metadata_slot(Value reference, const char* call) {
  if (reference.is_object()) {
    switch (reference.as_object()->kind) {
      case Kind::kVar: return cast<Var>(reference)->meta;
      case Kind::kNamespace: return cast<Namespace>(reference)->meta;
      case Kind::kAtom: return cast<Atom>(reference)->meta;
      case Kind::kRef: return cast<conc::Ref>(reference)->meta;
      case Kind::kAgent: return cast<conc::Agent>(reference)->meta;
      default: break;
    }
  }
  require_target(reference, "clojure.lang.IReference", call, "iref");
  throw_class_cast(reference, "clojure.lang.IReference");
}

void check_metadata(Value metadata) {
  if (!metadata.is_nil() && !is_map(metadata)) throw_class_cast(metadata, "clojure.lang.IPersistentMap");
}

void store_metadata(Value reference, Value metadata) {
  check_metadata(metadata);
  if (Var* var = try_cast<Var>(reference)) {
    reset_var_meta(var, metadata);
    return;
  }
  metadata_slot(reference, "resetMeta(clojure.lang.IPersistentMap)").store(metadata);
  gc::write_barrier(reference.as_object());
}

}  // namespace

CLJ_FN(meta_value) {
  bool above_core = is_kind(args[0], Kind::kRef) || is_kind(args[0], Kind::kAgent);
  return above_core ? metadata_slot(args[0], "meta()").load() : meta(args[0]);
}
CLJ_FN(with_meta_value) {
  if (!args[1].is_nil() && !is_map(args[1])) {
    if (!args[0].is_nil()) with_meta(args[0], Value::nil());  // what has no metadata is named first, but for nil
    throw_class_cast(args[1], "clojure.lang.IPersistentMap");
  }
  return with_meta(args[0], args[1]);
}
CLJ_FN(vary_meta) {
  if (args[1].is_nil()) throw_apply_of_nil("\"f\"");
  args[1] = applied(args[1], meta(args[0]), args + 2, count - 2);
  return with_meta_value(args, 2);
}

CLJ_FN(reset_meta) {
  if (args[0].is_nil()) check_metadata(args[1]);  // is refused before a nil
  Value method = method_of(args[0], "resetMeta");
  if (!method.is_absent()) {
    check_metadata(args[1]);
    return invoke(method, args, 2);
  }
  metadata_slot(args[0], "resetMeta(clojure.lang.IPersistentMap)");
  store_metadata(args[0], args[1]);
  return args[1];
}

CLJ_FN(alter_meta) {
  if (args[0].is_nil() && !args[1].is_nil() && !is_ifn(args[1])) throw_class_cast(args[1], "clojure.lang.IFn");
  Value method = method_of(args[0], "alterMeta");
  if (!method.is_absent()) {
    Value all[] = {args[0], args[1], rest_arguments(args, count, 2)};
    return invoke(method, all, 3);
  }
  AtomicValue& slot = metadata_slot(args[0], "alterMeta(clojure.lang.IFn, clojure.lang.ISeq)");
  if (args[1].is_nil()) throw_apply_of_nil("\"alter\"");
  for (;;) {
    Value old = slot.load();
    Value changed = applied(args[1], old, args + 2, count - 2);
    if (!(slot.load() == old)) continue;
    store_metadata(args[0], changed);
    return changed;
  }
}

}  // namespace clj::builtins
