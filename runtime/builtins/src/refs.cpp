// Atoms, volatiles, delays, reduced values, watches and validators.
#include "clj/core/refs.h"

#include "clj/conc/agent.h"
#include "clj/conc/future.h"
#include "clj/conc/ref.h"
#include "clj/core/seqs.h"
#include "native.h"
#include "options.h"

namespace clj::builtins {

CLJ_FN(deref_value);

namespace {

Atom* atom_arg(Value v) { return object_arg<Atom>(v, "clojure.lang.IAtom"); }

Value pair(Value a, Value b) { return make_vector({a, b}); }

// Where a reference keeps its watches and validator.
struct Watched {
  AtomicValue* watches;
  AtomicValue* validator;
};
Watched watched(Value reference) {
  if (Atom* atom = try_cast<Atom>(reference)) return {&atom->watches, &atom->validator};
  if (Var* var = try_cast<Var>(reference)) return {&var->watches, &var->validator};
  if (auto* ref = try_cast<conc::Ref>(reference)) return {&ref->watches, &ref->validator};
  if (auto* agent = try_cast<conc::Agent>(reference)) return {&agent->watches, &agent->validator};
  throw_bad_argument(reference, "clojure.lang.IRef");
}

// The method an object that programs made answers (deref x) with, absent() otherwise.
Value method_of(Value v, const char* name) {
  if (!is_kind(v, Kind::kInstance) && !is_kind(v, Kind::kHostObject)) return Value::absent();
  return find_method(v, make_symbol("", name));
}

}  // namespace

CLJ_FN(atom) {
  Options options(args + 1, count - 1);
  Value metadata = options.metadata(), validator = options.get("validator");
  validate(validator, args[0]);
  return make_atom(args[0], metadata, validator);
}

CLJ_FN(swap) {
  atom_arg(args[0]);
  return atom_swap(args[0], args[1], args + 2, count - 2);
}
CLJ_FN(swap_vals) {
  atom_arg(args[0]);
  Value old, changed = atom_swap(args[0], args[1], args + 2, count - 2, &old);
  return pair(old, changed);
}
CLJ_FN(reset) {
  if (args[0].is_nil()) {
    throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.IAtom.reset(Object)\" because \"atom\" is null");
  }
  atom_arg(args[0]);
  return atom_reset(args[0], args[1]);
}
CLJ_FN(reset_vals) {
  atom_arg(args[0]);
  Value old;
  atom_reset(args[0], args[1], &old);
  return pair(old, args[1]);
}
CLJ_FN(compare_and_set) {
  atom_arg(args[0]);
  return boolean(atom_compare_and_set(args[0], args[1], args[2]));
}

CLJ_FN(deref_value) {
  Value reference = args[0];
  if (count == 2) throw_arity(2, "clojure.core/deref");
  bool waits = is_kind(reference, Kind::kPromise) || is_kind(reference, Kind::kFuture);
  if (reference.is_object() && (count == 1 || waits)) {
    switch (reference.as_object()->kind) {
      case Kind::kAtom: return cast<Atom>(reference)->value.load();
      case Kind::kVar: return deref(cast<Var>(reference));
      case Kind::kVolatile: return cast<Volatile>(reference)->value.load();
      case Kind::kDelay: return force_delay(reference);
      case Kind::kReduced: return cast<Reduced>(reference)->value;
      case Kind::kRef: return conc::deref_ref(cast<conc::Ref>(reference));
      case Kind::kAgent: return cast<conc::Agent>(reference)->state.load();
      case Kind::kPromise:
      case Kind::kFuture:
        return count == 1 ? conc::await(reference) : conc::await(reference, to_long(args[1]), args[2]);
      default: break;
    }
  }
  Value method = method_of(reference, "deref");
  if (!method.is_absent()) return count == 1 ? invoke(method, reference) : invoke(method, reference, args[1], args[2]);
  if (reference.is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"java.util.concurrent.Future.get()\" because \"fut\" is null");
  throw_class_cast(reference, "java.util.concurrent.Future");
}

CLJ_FN(volatile_value) { return make_volatile(args[0]); }
CLJ_FN(vreset) {
  object_arg<Volatile>(args[0], "clojure.lang.Volatile");
  volatile_reset(args[0], args[1]);
  return args[1];
}

CLJ_FN(force) { return is_kind(args[0], Kind::kDelay) ? force_delay(args[0]) : args[0]; }

CLJ_FN(is_realized_value) {
  Value v = args[0];
  if (v.is_object()) {
    switch (v.as_object()->kind) {
      case Kind::kDelay: return boolean(is_realized_delay(v));
      case Kind::kLazySeq: return boolean(is_realized(cast<LazySeq>(v)));
      case Kind::kPromise:
      case Kind::kFuture: return boolean(conc::is_done(v));
      case Kind::kIterate: return boolean(!cast<Iterate>(v)->current.load().is_absent());
      case Kind::kCycle: return boolean(true);
      default: break;
    }
  }
  Value method = method_of(v, "isRealized");
  if (!method.is_absent()) return invoke(method, v);
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.IPending.isRealized()\" because \"x\" is null");
  throw_class_cast(v, "clojure.lang.IPending");
}

CLJ_FN(add_watch_value) {
  add_watch(args[0].as_object(), *watched(args[0]).watches, args[1], args[2]);
  return args[0];
}
CLJ_FN(remove_watch_value) {
  remove_watch(args[0].as_object(), *watched(args[0]).watches, args[1]);
  return args[0];
}

CLJ_FN(set_validator) {
  Watched reference = watched(args[0]);
  Var* var = try_cast<Var>(args[0]);
  if (!var) validate(args[1], deref_value(args, 1));
  else if (var->is_bound()) validate(args[1], var->root.load());
  reference.validator->store(args[1]);
  gc::write_barrier(args[0].as_object());
  return Value::nil();
}
CLJ_FN(get_validator) { return watched(args[0]).validator->load(); }

CLJ_FN(reduced) { return make_reduced(args[0]); }
CLJ_FN(unreduced_value) { return is_reduced(args[0]) ? cast<Reduced>(args[0])->value : args[0]; }
CLJ_FN(ensure_reduced) { return is_reduced(args[0]) ? args[0] : make_reduced(args[0]); }

}  // namespace clj::builtins
