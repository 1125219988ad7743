// Atoms, volatiles, delays, reduced values, watches and validators.
#include "clj/core/refs.h"

#include <algorithm>

#include "clj/conc/agent.h"
#include "clj/conc/future.h"
#include "clj/conc/ref.h"
#include "clj/core/host.h"
#include "clj/core/seqs.h"
#include "native.h"
#include "options.h"

namespace clj::builtins {

CLJ_FN(deref_value);

namespace {

Atom* atom_arg(Value v, const char* interface = "clojure.lang.IAtom") { return object_arg<Atom>(v, interface); }

Value pair(Value a, Value b) { return make_vector({a, b}); }

// Where a reference keeps its watches and validator.
struct Watched {
  AtomicValue* watches;
  AtomicValue* validator;
};
Watched watched(Value reference, const char* call, const char* argument) {
  if (Atom* atom = try_cast<Atom>(reference)) return {&atom->watches, &atom->validator};
  if (Var* var = try_cast<Var>(reference)) return {&var->watches, &var->validator};
  if (auto* ref = try_cast<conc::Ref>(reference)) return {&ref->watches, &ref->validator};
  if (auto* agent = try_cast<conc::Agent>(reference)) return {&agent->watches, &agent->validator};
  require_target(reference, "clojure.lang.IRef", call, argument);
  throw_class_cast(reference, "clojure.lang.IRef");
}

// A program's own IAtom or IRef: calls the method when the value has one.
bool try_atom_method(const char* name, Value* args, uint32_t count, Value& result) {
  if (is_kind(args[0], Kind::kAtom)) return false;
  Value method = method_of(args[0], name);
  if (method.is_absent()) return false;
  // swap takes the function, up to two arguments, and a seq of the rest.
  if (count <= 4) {
    result = invoke(method, args, count);
  } else {
    Value all[] = {args[0], args[1], args[2], args[3], rest_arguments(args, count, 4)};
    result = invoke(method, all, 5);
  }
  return true;
}

}  // namespace

CLJ_FN(atom) {
  Options options(args + 1, count - 1);
  return make_atom(args[0], options.metadata(), options.get("validator"));
}

namespace {
[[noreturn]] void throw_no_atom(const std::string& method) {
  throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang." + method + "\" because \"atom\" is null");
}
// The parameters of IAtom.swap for the arguments of a call of swap!.
std::string swap_parameters(uint32_t count) {
  constexpr const char* kParameters[] = {"(clojure.lang.IFn)", "(clojure.lang.IFn, Object)", "(clojure.lang.IFn, Object, Object)",
                                         "(clojure.lang.IFn, Object, Object, clojure.lang.ISeq)"};
  return kParameters[std::min(count - 2, 3u)];
}
}  // namespace

CLJ_FN(swap) {
  check_applied_to(args[0], args[1]);
  if (args[0].is_nil()) throw_no_atom("IAtom.swap" + swap_parameters(count));
  Value result;
  if (try_atom_method("swap", args, count, result)) return result;
  atom_arg(args[0]);
  return atom_swap(args[0], args[1], args + 2, count - 2);
}
CLJ_FN(swap_vals) {
  check_applied_to(args[0], args[1]);
  if (args[0].is_nil()) throw_no_atom("IAtom2.swapVals" + swap_parameters(count));
  Value result;
  if (try_atom_method("swapVals", args, count, result)) return result;
  atom_arg(args[0], "clojure.lang.IAtom2");
  Value old, changed = atom_swap(args[0], args[1], args + 2, count - 2, &old);
  return pair(old, changed);
}
CLJ_FN(reset) {
  if (args[0].is_nil()) throw_no_atom("IAtom.reset(Object)");
  Value result;
  if (try_atom_method("reset", args, count, result)) return result;
  atom_arg(args[0]);
  return atom_reset(args[0], args[1]);
}
CLJ_FN(reset_vals) {
  if (args[0].is_nil()) throw_no_atom("IAtom2.resetVals(Object)");
  Value result;
  if (try_atom_method("resetVals", args, count, result)) return result;
  atom_arg(args[0], "clojure.lang.IAtom2");
  Value old;
  atom_reset(args[0], args[1], &old);
  return pair(old, args[1]);
}
CLJ_FN(compare_and_set) {
  if (args[0].is_nil()) throw_no_atom("IAtom.compareAndSet(Object, Object)");
  Value result;
  if (try_atom_method("compareAndSet", args, count, result)) return result;
  atom_arg(args[0]);
  return boolean(atom_compare_and_set(args[0], args[1], args[2]));
}

// A Future of a program or of a host class.
static Value deref_future(Value* args, uint32_t count) {
  Value get = make_symbol("", "get");
  if (count == 1) return call_host_method(get, args, 1);
  Value unit = static_member(roots.class_time_unit, make_symbol("", "MILLISECONDS"));
  Value call[] = {args[0], args[1], unit};
  try {
    return call_host_method(get, call, 3);
  } catch (const ClojureThrow& thrown) {
    if (!is_instance(find_class("java.util.concurrent.TimeoutException"), thrown.value)) throw;
  }
  return args[2];
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
  if (!method.is_absent()) {
    if (count == 3 && !is_instance(roots.class_blocking_deref, reference)) {
      throw_class_cast(reference, "java.util.concurrent.Future");
    }
    return count == 1 ? invoke(method, reference) : invoke(method, reference, args[1], args[2]);
  }
  if (is_instance(roots.class_java_future, reference)) return deref_future(args, count);
  if (reference.is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"java.util.concurrent.Future.get()\" because \"fut\" is null");
  if (count == 1) check_interface_method(reference, roots.class_deref, "deref", 0);
  else check_interface_method(reference, roots.class_blocking_deref, "deref", 2);
  throw_class_cast(reference, "java.util.concurrent.Future");
}

CLJ_FN(volatile_value) { return make_volatile(args[0]); }
CLJ_FN(vreset) {
  if (args[0].is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.Volatile.reset(Object)\" because \"vol\" is null");
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
  Value result;
  if (try_atom_method("addWatch", args, count, result)) return result;
  if (args[0].is_nil()) function_or_nil(args[2]);  // is refused before a nil
  Watched reference = watched(args[0], "addWatch(Object, clojure.lang.IFn)", "reference");
  add_watch(args[0].as_object(), *reference.watches, args[1], function_or_nil(args[2]));
  return args[0];
}
CLJ_FN(watches_of) { return watched(args[0], "getWatches()", "reference").watches->load(); }
CLJ_FN(remove_watch_value) {
  Value result;
  if (try_atom_method("removeWatch", args, count, result)) return result;
  remove_watch(args[0].as_object(), *watched(args[0], "removeWatch(Object)", "reference").watches, args[1]);
  return args[0];
}

CLJ_FN(set_validator) {
  if (args[0].is_nil() && !args[1].is_nil() && !is_ifn(args[1])) throw_class_cast(args[1], "clojure.lang.IFn");
  Value result;
  if (try_atom_method("setValidator", args, count, result)) return result;
  Watched reference = watched(args[0], "setValidator(clojure.lang.IFn)", "iref");
  Var* var = try_cast<Var>(args[0]);
  if (!var) validate(args[1], deref_value(args, 1));
  else if (var->is_bound()) validate(args[1], var->root.load());
  reference.validator->store(args[1]);
  gc::write_barrier(args[0].as_object());
  return Value::nil();
}
CLJ_FN(get_validator) {
  Value result;
  if (try_atom_method("getValidator", args, count, result)) return result;
  return watched(args[0], "getValidator()", "iref").validator->load();
}

CLJ_FN(reduced) { return make_reduced(args[0]); }
CLJ_FN(unreduced_value) { return is_reduced(args[0]) ? cast<Reduced>(args[0])->value : args[0]; }
CLJ_FN(ensure_reduced) { return is_reduced(args[0]) ? args[0] : make_reduced(args[0]); }

}  // namespace clj::builtins
