// Small classes of java.util and java.lang.
#include <algorithm>

#include "clj/conc/pool.h"
#include "host_support.h"
#include "iterators.h"

namespace clj::builtins::host {
namespace {

// An object with a class and one value: Locale (its name), Optional.
struct Holder : HostObject {
  static constexpr uint16_t kSlots = 2;
  AtomicValue value;
};

Value make_holder(const char* class_name, Value v) {
  auto* holder = make_host_object<Holder>(class_name);
  holder->value.store(v);
  return Value::object(holder);
}
Value held(Value* args) { return static_cast<Holder*>(args[0].as_object())->value.load(); }

Value locale(const char* name) { return make_holder("java.util.Locale", make_string(name)); }

// A ThreadLocal: a map of thread number to value.
struct ThreadLocal : HostObject {
  static constexpr uint16_t kSlots = 3;
  AtomicValue values;
  Value initial;  // function or nil
};

ThreadLocal* thread_local_self(Value* args) { return static_cast<ThreadLocal*>(args[0].as_object()); }
Value thread_key() { return make_long(static_cast<int64_t>(conc::current_thread_number())); }

template <class Update>
void update_values(ThreadLocal* local, Update update) {
  Value old = local->values.load();
  while (!local->values.compare_exchange(old, update(old))) {
  }
  gc::write_barrier(local);
}

Value make_thread_local(Value initial) {
  auto* local = make_host_object<ThreadLocal>("java.lang.ThreadLocal");
  local->values.store(roots.empty_array_map);
  local->initial = initial;
  return Value::object(local);
}

}  // namespace

CLJ_FN(locale_root) { return locale(""); }
CLJ_FN(locale_us) { return locale("en_US"); }
CLJ_FN(locale_english) { return locale("en"); }
CLJ_FN(locale_uk) { return locale("en_GB"); }
CLJ_FN(locale_new) {
  std::string name = to_utf8(string_arg(args[0]));
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  if (count == 1) return locale(name.c_str());
  std::string country = to_utf8(string_arg(args[1])), variant = count > 2 ? to_utf8(string_arg(args[2])) : "";
  std::transform(country.begin(), country.end(), country.begin(), [](unsigned char c) { return std::toupper(c); });
  bool shows_variant = !variant.empty() && name + country != "";
  if (!country.empty() || shows_variant) name += "_" + country;
  if (shows_variant) name += "_" + variant;
  return locale(name.c_str());
}
CLJ_FN(locale_to_string) { return held(args); }
CLJ_FN(locale_equals) {
  return boolean(is_instance(find_class("java.util.Locale"), args[1]) && to_utf8(held(args)) == to_utf8(held(args + 1)));
}
CLJ_FN(locale_hash_code) { return integer(static_cast<int32_t>(java_hash(as_string(held(args))))); }

CLJ_FN(optional_of) {
  if (args[0].is_nil()) throw_named("java.lang.NullPointerException", Value::nil());
  return make_holder("java.util.Optional", args[0]);
}
CLJ_FN(optional_of_nullable) { return make_holder("java.util.Optional", args[0]); }
CLJ_FN(optional_empty) { return make_holder("java.util.Optional", Value::nil()); }
CLJ_FN(optional_get) {
  if (held(args).is_nil()) throw_named("java.util.NoSuchElementException", make_string("No value present"));
  return held(args);
}
CLJ_FN(optional_is_present) { return boolean(!held(args).is_nil()); }
CLJ_FN(optional_is_empty) { return boolean(held(args).is_nil()); }
CLJ_FN(optional_or_else) { return held(args).is_nil() ? args[1] : held(args); }
CLJ_FN(optional_or_else_get) {
  return held(args).is_nil() ? call_functional(args[1], "get", nullptr, 0) : held(args);
}
CLJ_FN(optional_map) {
  if (held(args).is_nil()) return args[0];
  Value call[] = {held(args)};
  return make_holder("java.util.Optional", call_functional(args[1], "apply", call, 1));
}
CLJ_FN(optional_if_present) {
  Value call[] = {held(args)};
  if (!call[0].is_nil()) call_functional(args[1], "accept", call, 1);
  return Value::nil();
}
CLJ_FN(optional_to_string) {
  return make_string(held(args).is_nil() ? "Optional.empty" : "Optional[" + to_utf8(str_value(held(args))) + "]");
}
CLJ_FN(optional_equals) {
  if (!is_instance(find_class("java.util.Optional"), args[1])) return boolean(false);
  Value a = held(args), b = held(args + 1);
  return boolean(a.is_nil() ? b.is_nil() : java_equals(a, b));
}
CLJ_FN(optional_hash_code) {
  return integer(held(args).is_nil() ? 0 : static_cast<int32_t>(java_hash_code(held(args))));
}

CLJ_FN(thread_local_new) { return make_thread_local(Value::nil()); }
CLJ_FN(thread_local_with_initial) { return make_thread_local(args[0]); }
CLJ_FN(thread_local_get) {
  ThreadLocal* local = thread_local_self(args);
  Value key = thread_key(), found = get(local->values.load(), key, Value::absent());
  if (!found.is_absent()) return found;
  // A proxy brings an initialValue method, withInitial a supplier.
  Value own = find_method(args[0], make_symbol("", "initialValue"));
  Value initial = !own.is_absent()           ? invoke(own, args[0])
                  : local->initial.is_nil() ? Value::nil()
                                            : call_functional(local->initial, "get", nullptr, 0);
  update_values(local, [&](Value map) { return assoc(map, key, initial); });
  return initial;
}
CLJ_FN(thread_local_set) {
  update_values(thread_local_self(args), [&](Value map) { return assoc(map, thread_key(), args[1]); });
  return Value::nil();
}
CLJ_FN(thread_local_remove) {
  update_values(thread_local_self(args), [&](Value map) { return dissoc(map, thread_key()); });
  return Value::nil();
}

}  // namespace clj::builtins::host
