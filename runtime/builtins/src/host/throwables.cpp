// java.lang.Throwable and StackTraceElement.
#include "clj/core/compiler_exception.h"
#include "clj/core/array.h"
#include "clj/core/munge.h"
#include "clj/core/stack_trace.h"
#include "host_support.h"

namespace clj::builtins::host {
namespace {

Throwable* self(Value* args) { return cast<Throwable>(args[0]); }
StackTraceElement* element(Value* args) { return cast<StackTraceElement>(args[0]); }

// A recorded frame names a function as programs do, "user/f"; its class is user$f.
Value class_name_of(Value name) {
  std::string text = to_utf8(name);
  return text.find('/') == std::string::npos ? name : make_string(function_class_name(text));
}

Value make_element(Value row) {
  Value parts[4];
  for (int i = 0; i < 4; ++i) parts[i] = nth(row, i, Value::nil());
  if (is_string(parts[0])) parts[0] = class_name_of(parts[0]);
  auto* made = gc::make<StackTraceElement>();
  made->class_name = parts[0];
  made->method_name = parts[1];
  made->file_name = parts[2];
  made->line = parts[3];
  return Value::object(made);
}

void write(Value writer, std::string_view text) {
  if (writer.is_nil()) writer = deref(cast<Var>(roots.var_err));
  Value call[] = {writer, make_string(text)};
  Value write_symbol = make_symbol("", is_instance(roots.class_java_writer, writer) ? "write" : "print");
  call_host_method(write_symbol, call, 2);
}

void append_frames(Throwable* t, gc::ValueList& frames) {
  for_each(stack_trace(t), [&](Value row) {
    frames.push_back(str_value(make_element(row)));
    return true;
  });
}

size_t common_end(const gc::ValueList& a, const gc::ValueList& b) {
  size_t n = 0;
  while (n < a.size() && n < b.size() && equiv(a[a.size() - 1 - n], b[b.size() - 1 - n])) ++n;
  return n;
}

// Writes a throwable, those that it suppressed and its causes. What has been written is only named
// when it comes again, and frames that the throwable around it ends with, too, are only counted.
class TraceWriter {
 public:
  explicit TraceWriter(Value writer) : writer_(writer) {}

  void write_throwable(Throwable* t, const std::string& indent, const char* caption, const gc::ValueList& around) {
    Value value = Value::object(t);
    std::string text = to_utf8(str_value(value));
    for (size_t i = 0; i < written_.size(); ++i) {
      if (written_[i] == value) return write(writer_, indent + caption + "[CIRCULAR REFERENCE: " + text + "]\n");
    }
    written_.push_back(value);
    write(writer_, indent + caption + text + "\n");
    gc::ValueList frames;
    append_frames(t, frames);
    size_t common = common_end(frames, around);
    for (size_t i = 0; i < frames.size() - common; ++i) write(writer_, indent + "\tat " + to_utf8(frames[i]) + "\n");
    if (common) write(writer_, indent + "\t... " + std::to_string(common) + " more\n");
    for_each(t->suppressed, [&](Value suppressed) {
      write_throwable(cast<Throwable>(suppressed), indent + "\t", "Suppressed: ", frames);
      return true;
    });
    if (!t->cause.is_nil()) write_throwable(cast<Throwable>(t->cause), indent, "Caused by: ", frames);
  }

 private:
  Value writer_;
  gc::ValueList written_;
};

[[noreturn]] void throw_about(Error error, const std::string& message, Value cause) {
  throw_value(make_throwable(error_class(error), make_string(message), cause, Value::nil()));
}

}  // namespace

CLJ_FN(throwable_get_message) { return self(args)->message; }
CLJ_FN(throwable_get_localized_message) { return message_of(self(args)); }
CLJ_FN(throwable_get_cause) { return self(args)->cause; }
CLJ_FN(throwable_get_data) { return is_kind(args[0], Kind::kThrowable) ? data_of(self(args)) : Value::nil(); }
// What a constructor was given beside message and cause (core/throwable.cpp).
CLJ_FN(throwable_first_detail) { return nth(self(args)->data, 0, Value::nil()); }
CLJ_FN(throwable_second_detail) { return nth(self(args)->data, 1, Value::nil()); }
CLJ_FN(throwable_third_detail) { return nth(self(args)->data, 2, Value::nil()); }
CLJ_FN(throwable_fourth_detail) { return nth(self(args)->data, 3, Value::nil()); }
CLJ_FN(throwable_fifth_detail) { return nth(self(args)->data, 4, Value::nil()); }
CLJ_FN(sql_error_code) { return nth(self(args)->data, 1, make_int(0)); }
// Over the exception and its causes, then the next exception and its, and so on.
CLJ_FN(sql_iterator) {
  gc::ValueList all;
  for (Value e = args[0]; !e.is_nil(); e = nth(cast<Throwable>(e)->data, 2, Value::nil())) {
    for (Value cause = e; !cause.is_nil(); cause = cast<Throwable>(cause)->cause) all.push_back(cause);
  }
  Value list = make_vector(all.data(), all.size());
  return call_host_method(roots.sym_m_iterator, &list, 1);
}

namespace {
// At the end of the chain of exceptions of that class.
Value add_to_chain(Value* args, const char* cls) {
  if (args[1].is_nil()) return args[1];
  if (!is_instance(find_class(cls), args[1])) throw_class_cast(args[1], cls);
  Throwable* last = self(args);
  for (Value next = nth(last->data, 2, Value::nil()); !next.is_nil(); next = nth(last->data, 2, Value::nil())) {
    last = cast<Throwable>(next);
  }
  Value details = last->data.is_nil() ? make_vector({Value::nil(), make_int(0), Value::nil(), Value::nil()}) : last->data;
  last->data = assoc(details, make_long(2), args[1]);
  gc::write_barrier(last);
  return Value::nil();
}
}  // namespace

CLJ_FN(sql_set_next_exception) { return add_to_chain(args, "java.sql.SQLException"); }
CLJ_FN(sql_set_next_warning) { return add_to_chain(args, "java.sql.SQLWarning"); }
CLJ_FN(uri_syntax_index) { return nth(self(args)->data, 2, make_int(-1)); }
CLJ_FN(file_system_file) { return nth(self(args)->data, 0, self(args)->message); }
// "Wrong number of args (ACTUAL) passed to: NAME"
CLJ_FN(arity_exception_actual) {
  std::string text = to_utf8(self(args)->message);
  return make_int(static_cast<int32_t>(std::atoll(text.c_str() + text.find('(') + 1)));
}
CLJ_FN(arity_exception_name) {
  std::string text = to_utf8(self(args)->message);
  return make_string(text.substr(text.find(": ") + 2));
}
CLJ_FN(throwable_self) { return args[0]; }
// (source line column cause), with a symbol before the cause, and with a phase behind it.
CLJ_FN(compiler_exception_new) {
  Value cause = args[count - 1], symbol = count > 4 ? args[3] : Value::nil();
  std::string phase = count > 5 ? to_utf8(cast<Symbol>(object_arg<Keyword>(args[4], "clojure.lang.Keyword")->symbol)->name)
                                : "compile-syntax-check";
  std::string words = phase == "macroexpansion" ? "Unexpected error " : "Syntax error ";
  bool compiling = phase == "compile-syntax-check" || phase == "compilation";
  words += phase == "read-source" ? "reading source" : compiling ? "compiling" : "macroexpanding";
  return make_compiler_exception(phase, words, symbol, args[0], to_int(args[1]), to_int(args[2]), cause);
}

CLJ_FN(throwable_init_cause) {
  Throwable* t = self(args);
  // That of an ExceptionInfo was given to its constructor, if only as nil.
  if (!t->cause.is_nil() || t->type == error_class(Error::kExceptionInfo)) {
    std::string text = args[1].is_nil() ? "a null" : to_utf8(str_value(args[1]));
    throw_about(Error::kIllegalState, "Can't overwrite cause with " + text, args[0]);
  }
  if (args[1] == args[0]) throw_about(Error::kIllegalArgument, "Self-causation not permitted", args[0]);
  t->cause = args[1];
  gc::write_barrier(t);
  return args[0];
}
CLJ_FN(throwable_get_stack_trace) {
  gc::ValueList elements;
  for_each(stack_trace(self(args)), [&](Value row) {
    elements.push_back(make_element(row));
    return true;
  });
  Value array = make_object_array(elements.data(), elements.size());
  set_array_class(array, find_class("[Ljava.lang.StackTraceElement;"));
  return array;
}
CLJ_FN(throwable_set_stack_trace) {
  gc::ValueList rows;
  for_each(args[1], [&](Value v) {
    auto* e = object_arg<StackTraceElement>(v, "java.lang.StackTraceElement");
    rows.push_back(make_vector({e->class_name, e->method_name, e->file_name, e->line}));
    return true;
  });
  Value trace = make_vector(rows.data(), rows.size());
  self(args)->trace = trace;
  gc::write_barrier(self(args));
  return Value::nil();
}
CLJ_FN(throwable_print_stack_trace) {
  gc::ValueList none;
  TraceWriter(count > 1 ? args[1] : Value::nil()).write_throwable(self(args), "", "", none);
  return Value::nil();
}
CLJ_FN(throwable_add_suppressed) {
  Throwable* t = self(args);
  if (args[1] == args[0]) throw_about(Error::kIllegalArgument, "Self-suppression not permitted", args[0]);
  if (args[1].is_nil()) throw_error(Error::kNullPointer, "Cannot suppress a null exception.");
  gc::ValueList all;
  append_elements(t->suppressed, all);
  all.push_back(args[1]);
  Value list = make_list(all.data(), all.size());
  t->suppressed = list;
  gc::write_barrier(t);
  return Value::nil();
}
CLJ_FN(throwable_get_suppressed) {
  gc::ValueList all;
  append_elements(self(args)->suppressed, all);
  Value array = make_object_array(all.data(), all.size());
  set_array_class(array, find_class("[Ljava.lang.Throwable;"));
  return array;
}

CLJ_FN(stack_element_class_name) { return element(args)->class_name; }
CLJ_FN(stack_element_method_name) { return element(args)->method_name; }
CLJ_FN(stack_element_file_name) { return element(args)->file_name; }
CLJ_FN(stack_element_line_number) { return element(args)->line.is_nil() ? integer(-1) : integer(int_arg(element(args)->line)); }
CLJ_FN(stack_element_new) {
  return make_element(make_vector({args[0], args[1], args[2], make_long(int_arg(args[3]))}));
}

}  // namespace clj::builtins::host
