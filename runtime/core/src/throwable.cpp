#include "throwable.h"

#include "clj/core/array.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj {
namespace {

[[noreturn]] void throw_no_constructor(Value cls) {
  throw_error(Error::kIllegalArgument, "No matching ctor found for class " + to_utf8(cast<Class>(cls)->name));
}

bool is_message(Value v) { return v.is_nil() || is_string(v); }
bool is_cause(Value v) { return v.is_nil() || is_kind(v, Kind::kThrowable); }

Value construct_exception_info(Value cls, const Value* args, uint32_t count) {
  if (count < 2 || count > 3) throw_no_constructor(cls);
  if (!is_message(args[0])) throw_class_cast(args[0], "java.lang.String");
  if (args[1].is_nil()) throw_error(Error::kIllegalArgument, "Additional data must be non-nil.");
  if (!is_map(args[1])) throw_class_cast(args[1], "clojure.lang.IPersistentMap");
  Value cause = count == 3 ? args[2] : Value::nil();
  if (!is_cause(cause)) throw_class_cast(cause, "java.lang.Throwable");
  return make_throwable(cls, args[0], cause, args[1]);
}

bool is_sql_exception(Value cls) { return is_assignable(cls, find_class("java.sql.SQLException")); }

// More than a message, a cause or both.
bool has_sql_details(const Value* args, uint32_t count) {
  return count > 2 || (count == 1 && !is_message(args[0]) && !is_cause(args[0])) || (count == 2 && !is_cause(args[1]));
}

// SQLException and its kin: (message, state, vendor's code, cause), of which all but the first may be missing from the end
// or, for the code, from the middle. Details: state, code, next exception, update counts.
Value construct_sql_exception(Value cls, const Value* args, uint32_t count) {
  bool batch = to_utf8(cast<Class>(cls)->name) == "java.sql.BatchUpdateException";
  Value message, state, code = make_int(0), counts, cause;
  uint32_t at = 0;
  if (at < count && is_message(args[at])) message = args[at++];
  if (at < count && at == 1 && (is_string(args[at]) || (count > 2 && args[at].is_nil()))) state = args[at++];
  if (at < count && at == 2 && is_number(args[at])) code = make_int(to_int(args[at++]));
  if (at < count && batch && is_array(args[at])) counts = args[at++];
  if (at < count && is_cause(args[at])) cause = args[at++];
  if (at != count) throw_no_constructor(cls);
  return make_throwable(cls, message, cause, make_vector({state, code, Value::nil(), counts}));
}

// Constructors of classes that take more than message and cause; the throwable keeps the arguments
// for its getters. Absent where there is none of that kind.
Value construct_detailed(Value cls, const Value* args, uint32_t count) {
  if (count < 2 || !is_message(args[0])) return Value::absent();
  Value nil = Value::nil();
  std::string name = to_utf8(cast<Class>(cls)->name);
  auto has_number = [&](uint32_t i) { return i < count && is_number(args[i]); };
  auto has_text = [&](uint32_t i) { return i < count && is_string(args[i]); };
  Value all = make_vector(args, count);
  if (name == "java.text.ParseException" && count == 2 && has_number(1)) return make_throwable(cls, args[0], nil, all);
  if (name == "java.util.MissingResourceException" && count == 3) return make_throwable(cls, args[0], nil, all);
  if (name == "javax.xml.stream.XMLStreamException" && count == 2 && !is_cause(args[1])) return make_throwable(cls, args[0], nil, all);
  if (name == "org.xml.sax.SAXParseException" && count == 5 && has_number(3) && has_number(4)) {
    return make_throwable(cls, args[0], nil, all);
  }
  if (name == "java.time.format.DateTimeParseException" && count >= 3 && has_number(2)) {
    Value cause = count == 4 ? args[3] : nil;
    if (!is_cause(cause)) throw_class_cast(cause, "java.lang.Throwable");
    return make_throwable(cls, args[0], cause, all);
  }
  if (name == "java.net.URISyntaxException" && has_text(1)) {
    std::string text = to_utf8(args[1]);
    if (has_number(2) && to_int(args[2]) >= 0) text += " at index " + std::to_string(to_int(args[2]));
    return make_throwable(cls, make_string(text + ": " + to_utf8(args[0])), nil, all);
  }
  if (name == "java.util.regex.PatternSyntaxException" && count == 3 && has_text(1) && has_number(2)) {
    int64_t index = to_int(args[2]);
    std::string text = args[0].is_nil() ? "null" : to_utf8(args[0]), pattern = to_utf8(args[1]);
    if (index >= 0) text += " near index " + std::to_string(index);
    text += "\n" + pattern;
    if (index >= 0 && index < cast<String>(args[1])->length) text += "\n" + std::string(static_cast<size_t>(index), ' ') + "^";
    return make_throwable(cls, make_string(text), nil, all);
  }
  if (count == 3 && is_assignable(cls, find_class("java.nio.file.FileSystemException"))) {
    std::string text = args[0].is_nil() ? "" : to_utf8(args[0]);
    if (has_text(1)) text += " -> " + to_utf8(args[1]);
    if (has_text(2)) text += ": " + to_utf8(args[2]);
    return make_throwable(cls, make_string(text), nil, all);
  }
  return Value::absent();
}

enum class Constructors : uint8_t { kUsual, kMessageOnly };
constexpr Constructors kConstructors[] = {
#define CLJ_ERROR_CLASS(name, jvm_class, parent, constructors) Constructors::constructors,
#include "clj/core/error_classes.def"
#undef CLJ_ERROR_CLASS
};

bool takes_message_only(Value cls) {
  for (size_t i = 0; i < std::size(kConstructors); ++i) {
    if (kConstructors[i] == Constructors::kMessageOnly && cls == error_class(static_cast<Error>(i))) return true;
  }
  return false;
}

// How many arguments those take of which construct_detailed knows more than message and cause.
struct DetailedArity {
  const char* class_name;
  uint32_t least, most;
};
constexpr DetailedArity kDetailedArities[] = {
    {"clojure.lang.ArityException", 2, 3},
    {"clojure.lang.ExceptionInfo", 2, 3},
    {"java.net.URISyntaxException", 2, 3},
    {"java.text.ParseException", 2, 2},
    {"java.time.format.DateTimeParseException", 3, 4},
    {"java.util.regex.PatternSyntaxException", 3, 3},
};

}  // namespace

bool is_throwable_class(Value cls) { return is_assignable(cls, error_class(Error::kThrowable)); }

std::optional<ArgumentRange> throwable_constructor_arguments(Value cls) {
  if (!is_throwable_class(cls)) return std::nullopt;
  std::string name = to_utf8(cast<Class>(cls)->name);
  for (const DetailedArity& row : kDetailedArities) {
    if (name == row.class_name) return ArgumentRange{row.least, row.most};
  }
  if (is_sql_exception(cls)) return ArgumentRange{0, name == "java.sql.BatchUpdateException" ? 5u : 4u};
  return ArgumentRange{0, takes_message_only(cls) ? 1u : 2u};
}

Value construct_throwable(Value cls, const Value* args, uint32_t count) {
  Value nil = Value::nil();
  if (cls == error_class(Error::kExceptionInfo)) return construct_exception_info(cls, args, count);
  if (cls == error_class(Error::kArity)) {
    if (count < 2 || !is_string(args[1])) throw_no_constructor(cls);
    std::string text = "Wrong number of args (" + std::to_string(to_int(args[0])) + ") passed to: " + to_utf8(args[1]);
    return make_throwable(cls, make_string(text), count == 3 ? args[2] : nil, nil);
  }
  if (count == 0) return make_throwable(cls, nil, nil, nil);
  if (has_sql_details(args, count) && is_sql_exception(cls)) return construct_sql_exception(cls, args, count);
  if (count == 1) {
    if (is_message(args[0])) return make_throwable(cls, args[0], nil, nil);
    if (is_cause(args[0])) return make_throwable(cls, str_value(args[0]), args[0], nil);
    if (cls == error_class(Error::kAssertionError)) return make_throwable(cls, str_value(args[0]), nil, nil);
    if (takes_message_only(cls)) throw_class_cast(args[0], "java.lang.String");
    throw_no_constructor(cls);
  }
  if (Value detailed = construct_detailed(cls, args, count); !detailed.is_absent()) return detailed;
  if (count == 2) {
    if (!is_message(args[0])) throw_class_cast(args[0], "java.lang.String");
    if (!is_cause(args[1])) throw_class_cast(args[1], "java.lang.Throwable");
    return make_throwable(cls, args[0], args[1], nil);
  }
  throw_no_constructor(cls);
}

Value error_class(Error error) {
  return roots.error_classes.as_object()->slot_array()[static_cast<int>(error)];
}

Value data_of(const Throwable* throwable) {
  return is_map(throwable->data) ? throwable->data : Value::nil();
}

Value make_throwable(Value cls, Value message, Value cause, Value data) {
  Value trace = core_upcalls.capture_stack ? core_upcalls.capture_stack() : roots.empty_vector;
  Throwable* t = gc::make<Throwable>();
  t->type = cls;
  t->message = message;
  t->cause = cause;
  t->data = data;
  t->trace = trace;
  return Value::object(t);
}

Value message_of(Throwable* throwable) {
  Value v = Value::object(throwable);
  return is_proxy(v) ? call_host_method(make_symbol("", "getMessage"), &v, 1) : throwable->message;
}

Value exception_cause(Throwable* throwable) {
  Value v = Value::object(throwable);
  return overrides(v, "getCause") ? call_host_method(make_symbol("", "getCause"), &v, 1) : throwable->cause;
}

Value exception_data(Value v) {
  Throwable* throwable = try_cast<Throwable>(v);
  if (throwable && !overrides(v, "getData")) return data_of(throwable);
  if (!throwable && !is_kind(v, Kind::kInstance)) return Value::nil();
  Value interface = find_class("clojure.lang.IExceptionInfo");
  if (interface.is_nil() || !is_instance(interface, v)) return Value::nil();
  return call_host_method(make_symbol("", "getData"), &v, 1);
}

}  // namespace clj
