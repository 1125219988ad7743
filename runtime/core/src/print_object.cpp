// #object[…]: functions, references, instances, host objects, whatever has no notation.
#include <cstdio>

#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/refs.h"
#include "clj/core/roots.h"
#include "clj/core/scalar.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "instances.h"
#include "printer.h"

namespace clj {

// "#object[user$f 0x1b2c3d4 ".
void Printer::print_object_head(Value v) {
  Value name = cast<Class>(class_of(v))->name;
  write("#object[");
  if (is_array(v)) {
    print_string(as_string(name));
  } else {
    write_string(name);
  }
  char hash[16];
  snprintf(hash, sizeof hash, " 0x%x ", identity_hash(v.as_object()));
  write(hash);
}

void Printer::print_tagged_object(Value v) {
  flush();
  Value text;
  {
    // What toString prints is printed as this is, to be read by people or not.
    Value flag[] = {roots.var_print_readably, Value::nil()};
    BindingScope scope(readably_ || dup_ ? roots.empty_array_map : make_map(flag, 2));
    text = str_value(v);
  }
  print_object_head(v);
  print(text);
  write("]");
}

void Printer::print_reference(Value v) {
  Value value;
  bool ready = true, failed = false;
  switch (v.as_object()->kind) {
    case Kind::kAtom:
    case Kind::kRef: value = try_reference(v)->value.load(); break;
    case Kind::kVolatile: value = cast<Volatile>(v)->value.load(); break;
    case Kind::kReduced: value = cast<Reduced>(v)->value; break;
    case Kind::kDelay:
      ready = is_realized_delay(v);
      if (ready) value = cast<Delay>(v)->value.load();
      failed = ready && cast<Delay>(v)->has_flag(Delay::kFailed);
      break;
    default:
      if (!print_hooks.reference_state) return print_tagged_object(v);
      ready = print_hooks.reference_state(v, value, failed);
  }
  print_meta(v);
  print_object_head(v);
  print_state(failed ? "failed" : ready ? "ready" : "pending", ready ? value : Value::nil());
}

// A program's own IDeref: what deref throws is printed as its value.
void Printer::print_dereferenced(Value v) {
  Value realized = find_method(v, make_symbol("", "isRealized"));
  const char* status = realized.is_absent() || invoke(realized, v).truthy() ? "ready" : "pending";
  Value value;
  if (*status == 'r') {
    try {
      value = call_method(v, roots.sym_deref_plain, nullptr, 0);
    } catch (const ClojureThrow& thrown) {
      value = thrown.value;
      status = "failed";
    }
  }
  print_object_head(v);
  print_state(status, value);
}

void Printer::print_state(const char* status, Value value) {
  Value state[] = {make_keyword("", "status"), make_keyword("", status), make_keyword("", "val"), value};
  print(make_map(state, 4));
  write("]");
}

void Printer::print_instance(Value v) {
  auto* cls = cast<Class>(cast<Instance>(v)->type);
  if (cls->has_flag(Class::kRecord)) return print_record(v);
  flush();
  // A seq that is another collection besides is a seq: so the methods of print-method prefer.
  if (is_seq(v)) {
    print_meta(v);
    return print_sequential("(", v, ")");
  }
  if (is_map(v)) {
    print_meta(v);
    return print_map(v, true);
  }
  if (is_vector(v)) {
    print_meta(v);
    return print_sequential("[", v, "]");
  }
  if (is_set(v)) {
    print_meta(v);
    return print_sequential("#{", v, "}");
  }
  print_meta(v);
  if (!find_method(v, roots.sym_deref_plain).is_absent()) {
    return print_dereferenced(v);
  }
  print_host_object(v);
}

// java.util collections print as Clojure's when they are to be read again.
void Printer::print_host_object(Value v) {
  if (readably_) {
    if (is_instance(roots.class_random_access, v)) return print_sequential("[", v, "]");
    if (is_instance(roots.class_java_list, v)) return print_sequential("(", v, ")");
    if (is_instance(roots.class_java_set, v)) return print_sequential("#{", v, "}");
    if (is_instance(roots.class_java_map, v)) return print_map(seq(v).is_nil() ? roots.empty_array_map : v, false);
  }
  if (is_instance(roots.class_number, v)) return write_string(str_value(v));
  print_tagged_object(v);
}

}  // namespace clj
