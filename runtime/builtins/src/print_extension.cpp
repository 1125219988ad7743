#include "print_extension.h"

#include <atomic>

#include "clj/conc/agent.h"
#include "clj/conc/future.h"
#include "clj/conc/ref.h"
#include "clj/core/multifn.h"
#include "clj/core/print.h"
#include "clj/core/refs.h"
#include "clj/core/vector.h"
#include "clj/io/writer.h"
#include "native.h"

namespace clj::builtins {

namespace {

struct Extension {
  MultiFn* multimethod;       // nullptr before it is defined
  std::atomic_ref<Value> state;
  bool dup;                   // print-dup, which dispatches on the class alone
};

Extension extension() {
  bool dup = deref(cast<Var>(roots.var_print_dup_flag)).truthy();
  Var* var = try_cast<Var>(dup ? roots.var_print_dup : roots.var_print_method);
  MultiFn* multimethod = var && var->is_bound() ? try_cast<MultiFn>(deref(var)) : nullptr;
  return {multimethod, std::atomic_ref<Value>(dup ? roots.print_dup_state : roots.print_method_state), dup};
}

// Do the methods concern anything but instances of deftypes and of host classes in Clojure? Kept as a MapEntry of the method
// table and the answer, so that printing a plain value costs two loads and a comparison.
bool concerns_plain_values(MultiFn* multimethod, std::atomic_ref<Value> state) {
  Value methods = multimethod->methods.load();
  Value known = state.load(std::memory_order_acquire);
  if (known.is_nil() || !(cast<MapEntry>(known)->key == methods)) {
    bool concerned = false;
    Value built_in = get(methods, multimethod->default_value);
    for_each_kv(methods, [&](Value dispatch_value, Value method) {
      if (method == built_in) return true;
      Class* cls = try_cast<Class>(dispatch_value);
      bool of_instances = cls && (cls->has_flag(Class::kDeftype) || cls->has_flag(Class::kRecord) || !cls->fields.is_nil());
      if (!of_instances && !equiv(dispatch_value, multimethod->default_value)) concerned = true;
      return !concerned;
    });
    known = make_map_entry(methods, Value::boolean(concerned));
    state.store(known, std::memory_order_release);
  }
  return cast<MapEntry>(known)->value.truthy();
}

bool is_extended(Value v) {
  Extension e = extension();
  if (!e.multimethod) return false;
  bool plain = !is_kind(v, Kind::kInstance) && !is_kind(v, Kind::kHostObject) && !is_proxy(v);
  if (plain && !concerns_plain_values(e.multimethod, e.state)) return false;
  // As print-method dispatches: on a keyword under :type in the metadata, else on the class.
  bool has_meta = supports_meta(v) || is_proxy(v) || try_reference(v) || is_kind(v, Kind::kVar) || is_kind(v, Kind::kNamespace);
  Value type = has_meta && !e.dup ? get(meta(v), make_keyword("", "type")) : Value::nil();
  Value method = get_method(e.multimethod, is_keyword(type) ? type : class_of(v));
  return !method.is_nil() && !(method == get(e.multimethod->methods.load(), e.multimethod->default_value));
}

void print_extended(StringBuffer& out, Value v, Value writer) {
  if (!writer.is_nil()) {
    invoke(Value::object(extension().multimethod), v, writer);
    return;
  }
  writer = io::make_string_writer();
  invoke(Value::object(extension().multimethod), v, writer);
  out.append(as_string(io::written_text(writer)));
}

bool reference_state(Value reference, Value& value, bool& failed) {
  failed = false;
  if (auto* promise = try_cast<conc::Promise>(reference)) {
    value = promise->value.load();
    return conc::is_done(reference);
  }
  if (is_kind(reference, Kind::kFuture)) {
    if (!conc::is_done(reference)) return false;
    try {
      value = conc::await(reference);
    } catch (const ClojureThrow& thrown) {
      value = thrown.value;
      failed = true;
    }
    return true;
  }
  if (auto* ref = try_cast<conc::Ref>(reference)) {
    value = conc::deref_ref(ref);
    return true;
  }
  if (auto* agent = try_cast<conc::Agent>(reference)) {
    value = agent->state.load();
    failed = !agent->error.load().is_nil();
    return true;
  }
  return false;
}

}  // namespace

void install_print_hooks() {
  print_hooks.is_extended = is_extended;
  print_hooks.print_extended = print_extended;
  print_hooks.reference_state = reference_state;
}

}  // namespace clj::builtins
