#include <catch2/catch.hpp>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/host.h"
#include "clj/core/multifn.h"
#include "clj/core/munge.h"
#include "clj/core/numbers.h"
#include "clj/core/protocol.h"
#include "clj/core/var.h"
#include "support.h"

using namespace clj;

namespace {

Value symbol(std::string_view name) { return make_symbol("", name); }
Value first_argument(Value* args, uint32_t) { return args[0]; }
Value second_argument(Value* args, uint32_t) { return args[1]; }
Value text_one(Value*, uint32_t) { return make_string("one"); }
constexpr NativeRow kRows[] = {
    {"test", "first", first_argument, 1, -1},
    {"test", "second", second_argument, 2, 2},
    {"test", "one", text_one, 0, -1},
};

Value native(uint32_t row) {
  native_rows = kRows;
  native_row_count = std::size(kRows);
  auto* f = gc::make<NativeFn>();
  f->row = row;
  return Value::object(f);
}

std::string name_of(Value cls) { return cls.is_nil() ? "nil" : to_utf8(cast<Class>(cls)->name); }

}  // namespace

TEST_CASE("every kind and immediate has the JVM's class") {
  CoreScope core;
  CHECK(name_of(class_of(Value::nil())) == "nil");
  CHECK(name_of(class_of(make_long(1))) == "java.lang.Long");
  CHECK(name_of(class_of(make_long(INT64_MAX))) == "java.lang.Long");
  CHECK(name_of(class_of(make_double(1))) == "java.lang.Double");
  CHECK(name_of(class_of(Value::boolean(true))) == "java.lang.Boolean");
  CHECK(name_of(class_of(Value::character(u'a'))) == "java.lang.Character");
  CHECK(name_of(class_of(Value::immediate(ImmediateKind::kInteger, 1))) == "java.lang.Integer");
  CHECK(name_of(class_of(roots.empty_vector)) == "clojure.lang.PersistentVector");
  CHECK(name_of(class_of(error_class(Error::kArity))) == "java.lang.Class");
  for (int kind = 0; kind < static_cast<int>(Kind::kCount); ++kind) {
    if (*kind_table[kind].jvm_class) CHECK_FALSE(find_class(kind_table[kind].jvm_class).is_nil());
  }
}

TEST_CASE("instance? follows superclasses and interfaces") {
  CoreScope core;
  CHECK(is_instance(find_class("clojure.lang.IFn"), roots.empty_vector));
  CHECK(is_instance(find_class("java.util.List"), roots.empty_vector));
  CHECK(is_instance(find_class("java.lang.Object"), make_long(1)));
  CHECK(is_instance(find_class("java.lang.Number"), make_double(1)));
  CHECK_FALSE(is_instance(find_class("java.lang.Number"), make_string("a")));
  CHECK_FALSE(is_instance(find_class("java.lang.Object"), Value::nil()));
  CHECK(is_assignable(error_class(Error::kArithmetic), error_class(Error::kException)));
  CHECK_FALSE(is_assignable(error_class(Error::kException), error_class(Error::kArithmetic)));
  CHECK(is_instance(find_class("clojure.lang.Fn"), native(0)));
  CHECK(name_of(class_of(native(0))) == "test$first");
}

TEST_CASE("array classes are made when asked for") {
  CoreScope core;
  Value strings = find_class("[Ljava.lang.String;");
  CHECK(name_of(strings) == "[Ljava.lang.String;");
  CHECK(find_class("[Ljava.lang.String;") == strings);
  CHECK(find_class("[Lno.Such;").is_nil());
  CHECK(is_assignable(strings, find_class("[Ljava.lang.Object;")));
  CHECK(is_assignable(find_class("[[I"), find_class("[Ljava.lang.Object;")));
  CHECK_FALSE(is_assignable(find_class("[I"), find_class("[Ljava.lang.Object;")));
}

TEST_CASE("a cast error is worded as the JVM words it") {
  CoreScope core;
  auto cast_error = [](Value v, const char* target) {
    return outcome([&]() -> std::string { throw_class_cast(v, target); });
  };
  CHECK(cast_error(make_string("a"), "java.lang.Number") ==
        "java.lang.ClassCastException: class java.lang.String cannot be cast to class java.lang.Number "
        "(java.lang.String and java.lang.Number are in module java.base of loader 'bootstrap')");
  CHECK(cast_error(make_long(1), "clojure.lang.IFn") ==
        "java.lang.ClassCastException: class java.lang.Long cannot be cast to class clojure.lang.IFn "
        "(java.lang.Long is in module java.base of loader 'bootstrap'; clojure.lang.IFn is in unnamed module of "
        "loader 'app')");
}

TEST_CASE("calls dispatch on what is called") {
  CoreScope core;
  Value key = make_keyword("", "a");
  Value pair[] = {key, make_long(7)};
  Value map = make_map(pair, 2);
  CHECK(invoke(key, map) == make_long(7));
  CHECK(invoke(map, key) == make_long(7));
  CHECK(invoke(symbol("x"), map, key) == key);
  CHECK(invoke(make_vector({key}), make_long(0)) == key);
  CHECK(outcome([&]() -> std::string { invoke(key); return ""; }) ==
        "clojure.lang.ArityException: Wrong number of args (0) passed to: :a");
  CHECK(outcome([&]() -> std::string { invoke(native(1), key); return ""; }) ==
        "clojure.lang.ArityException: Wrong number of args (1) passed to: test/second");
  CHECK(outcome([&]() -> std::string { invoke(make_vector({key}), key); return ""; }) ==
        "java.lang.IllegalArgumentException: Key must be integer");
}

TEST_CASE("apply spreads the last argument") {
  CoreScope core;
  Value leading[] = {make_long(1)};
  CHECK(apply(native(1), leading, 1, make_vector({make_long(2)})) == make_long(2));
  CHECK(apply(native(0), nullptr, 0, make_vector({make_long(3), make_long(4)})) == make_long(3));
}

TEST_CASE("an unbound var says its name when it is called") {
  CoreScope core;
  Value var = intern_var("user", "nothing-here");
  CHECK(outcome([&]() -> std::string { invoke(var); return ""; }) ==
        "java.lang.IllegalStateException: Attempting to call unbound fn: #'user/nothing-here");
}

TEST_CASE("thread bindings nest and shadow") {
  CoreScope core;
  Var* var = cast<Var>(intern_var("user", "*dynamic*"));
  bind_root(var, make_long(1));
  Value bindings[] = {Value::object(var), make_long(2)};
  CHECK(outcome([&]() -> std::string { push_thread_bindings(make_map(bindings, 2)); return ""; }) ==
        "java.lang.IllegalStateException: Can't dynamically bind non-dynamic var: user/*dynamic*");
  var->set_flag(Var::kDynamic);
  {
    BindingScope outer(make_map(bindings, 2));
    CHECK(deref(var) == make_long(2));
    set_var(var, make_long(3));
    {
      Value inner[] = {Value::object(var), make_long(4)};
      BindingScope scope(make_map(inner, 2));
      CHECK(deref(var) == make_long(4));
    }
    CHECK(deref(var) == make_long(3));
    CHECK(count(thread_bindings()) == 1);
  }
  CHECK(deref(var) == make_long(1));
}

TEST_CASE("a deftype's methods and fields are reached by name") {
  CoreScope core;
  Value mark[] = {make_keyword("", "unsynchronized-mutable"), Value::boolean(true)};
  Value fields = make_vector({with_meta(symbol("a"), make_map(mark, 2)), symbol("b")});
  Value methods[] = {native(0)};
  Value cls = define_type(make_string("user.Pair"), fields, roots.empty_vector, make_vector({symbol("self")}), methods, 1);
  Value args[] = {make_long(1), make_long(2)};
  Value pair = construct(cls, args, 2);
  CHECK(name_of(class_of(pair)) == "user.Pair");
  CHECK(host_field(pair, symbol("b")) == make_long(2));
  CHECK(call_method(pair, symbol("self"), nullptr, 0) == pair);
  CHECK(set_host_field(pair, symbol("a"), make_long(9)) == make_long(9));
  CHECK(host_field(pair, symbol("a")) == make_long(9));
  CHECK(outcome([&]() -> std::string { set_host_field(pair, symbol("b"), make_long(9)); return ""; }) ==
        "java.lang.IllegalAccessException: Can not set final java.lang.Object field user.Pair.b to java.lang.Long");
  CHECK(is_instance(find_class("clojure.lang.IType"), pair));
  CHECK(outcome([&]() -> std::string { host_field(pair, symbol("c")); return ""; }) ==
        "java.lang.IllegalArgumentException: No matching field found: c for class user.Pair");
  CHECK(outcome([&]() -> std::string { construct(cls, args, 1); return ""; }) ==
        "java.lang.IllegalArgumentException: No matching ctor found for class user.Pair");
}

TEST_CASE("multimethods choose by isa and report what is ambiguous") {
  CoreScope core;
  Value hierarchy_var = intern_var("user", "hierarchy");
  bind_root(cast<Var>(hierarchy_var), roots.empty_array_map);
  Value f = make_multifn(make_string("mm"), native(0), make_keyword("", "default"), hierarchy_var);
  auto* multi = cast<MultiFn>(f);
  Value number = find_class("java.lang.Number"), long_class = find_class("java.lang.Long");
  add_method(multi, number, native(2));
  CHECK(to_utf8(invoke(f, long_class)) == "one");
  CHECK(outcome([&]() -> std::string { invoke(f, make_long(1)); return ""; }) ==
        "java.lang.IllegalArgumentException: No method in multimethod 'mm' for dispatch value: 1");
  add_method(multi, find_class("java.lang.Comparable"), native(0));
  CHECK(outcome([&]() -> std::string { invoke(f, long_class); return ""; }).find(
            "Multiple methods in multimethod 'mm' match dispatch value: class java.lang.Long -> ") != std::string::npos);
  prefer_method(multi, number, find_class("java.lang.Comparable"));
  CHECK(to_utf8(invoke(f, long_class)) == "one");
  remove_method(multi, number);
  CHECK(invoke(f, long_class) == long_class);
}

TEST_CASE("protocol functions find the nearest implementation and notice new ones") {
  CoreScope core;
  Value protocol_var = intern_var("user", "P");
  Value interface = make_interface(make_string("user.P"), roots.empty_vector);
  Value key = make_keyword("", "foo");
  auto implement = [&](Value cls, Value method) {
    Value methods[] = {key, method};
    Value protocol = deref(cast<Var>(protocol_var));
    Value impls = assoc(get(protocol, roots.kw_impls), cls, make_map(methods, 2));
    bind_root(cast<Var>(protocol_var), assoc(protocol, roots.kw_impls, impls));
  };
  bind_root(cast<Var>(protocol_var), roots.empty_array_map);
  Value f = make_protocol_fn(protocol_var, symbol("foo"), interface);
  CHECK(outcome([&]() -> std::string { invoke(f, make_long(1)); return ""; }) ==
        "java.lang.IllegalArgumentException: No implementation of method: :foo of protocol: #'user/P found for "
        "class: java.lang.Long");
  implement(find_class("java.lang.Object"), native(2));
  CHECK(to_utf8(invoke(f, make_long(1))) == "one");
  implement(find_class("java.lang.Number"), native(0));
  CHECK(invoke(f, make_long(1)) == make_long(1));
  CHECK(to_utf8(invoke(f, make_string("x"))) == "one");
  CHECK(outcome([&]() -> std::string { invoke(f, Value::nil()); return ""; }) ==
        "java.lang.IllegalArgumentException: No implementation of method: :foo of protocol: #'user/P found for "
        "class: nil");
  implement(Value::nil(), native(2));
  CHECK(to_utf8(invoke(f, Value::nil())) == "one");

  Value methods[] = {native(2)};
  Value cls = define_type(make_string("user.Impl"), roots.empty_vector, make_vector({interface}),
                          make_vector({symbol("foo")}), methods, 1);
  CHECK(to_utf8(invoke(f, construct(cls, nullptr, 0))) == "one");
  Value reified = define_reify_class(make_string("user$reify__1"), make_vector({interface}), make_vector({symbol("foo")}));
  Value instance_methods[] = {native(0)};
  Value instance = make_reify_instance(reified, Value::nil(), instance_methods, 1);
  CHECK(invoke(f, instance) == instance);
}

TEST_CASE("names are munged and back") {
  CHECK(munge("a-b?") == "a_b_QMARK_");
  CHECK(munge("->x*") == "__GT_x_STAR_");
  CHECK(demunge("user$a_b_QMARK_") == "user/a-b?");
}
