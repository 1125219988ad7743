// Exceptions: #error {:cause … :via [...] :trace [...]}.
#include "clj/core/collections.h"
#include "clj/core/munge.h"
#include "clj/core/stack_trace.h"
#include "clj/core/type.h"
#include "printer.h"

namespace clj {

// [class method file line] with the names as symbols. Stack frames are vectors of that form, in
// which a function goes by its own name ("user/f" for user$f).
Value Printer::trace_element(Value element) {
  gc::ValueList parts;
  if (is_kind(element, Kind::kStackTraceElement)) {
    for (uint64_t i = 0; i < 4; ++i) parts.push_back(element.as_object()->slot_array()[i]);
  } else {
    append_elements(element, parts);
  }
  if (parts.size() > 4) parts.resize(4);
  for (size_t i = 0; i < 2 && i < parts.size(); ++i) {
    if (!is_string(parts[i])) continue;
    std::string name = to_utf8(parts[i]);
    if (i == 0 && name.find('/') != name.npos) name = function_class_name(name);
    parts[i] = make_symbol("", name);
  }
  return make_vector(parts.data(), parts.size());
}

void Printer::print_cause_entry(Throwable* throwable) {
  write("{:type ");
  write_string(cast<Class>(throwable->type)->name);
  write("\n   :message ");
  print(message_of(throwable));
  if (Value data = exception_data(Value::object(throwable)); !data.is_nil()) {
    write("\n   :data ");
    print(data);
  }
  Value trace = stack_trace(throwable);
  if (!trace.is_nil() && count(trace) > 0) {
    write("\n   :at ");
    print(trace_element(first(trace)));
  }
  write("}");
}

void Printer::print_throwable(Throwable* throwable) {
  Throwable* root = throwable;
  while (Throwable* cause = try_cast<Throwable>(exception_cause(root))) root = cause;
  write("#error {\n :cause ");
  // The map of a throwable tells the phase, for which sorted data of other keys is no place to look.
  if (Value data = exception_data(Value::object(throwable)); is_kind(data, Kind::kTreeMap)) get(data, make_keyword("clojure.error", "phase"));
  print(message_of(root));
  if (Value data = exception_data(Value::object(root)); !data.is_nil()) {
    write("\n :data ");
    print(data);
  }
  write("\n :via\n [");
  for (Throwable* t = throwable; t; t = try_cast<Throwable>(exception_cause(t))) {
    if (t != throwable) write("\n  ");
    print_cause_entry(t);
  }
  write("]\n :trace\n [");
  bool is_first = true;
  for_each(stack_trace(root), [&](Value element) {
    if (!is_first) write("\n  ");
    is_first = false;
    print(trace_element(element));
    return true;
  });
  write("]}");
}

}  // namespace clj
