#include "clj/core/error.h"

#include <cstdarg>
#include <cstdio>
#include <vector>

#include "clj/core/call.h"
#include "clj/core/host.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "host_errors.h"

namespace clj {
namespace {

// The modules of the host's classes. The first row whose prefix fits counts.
constexpr struct {
  std::string_view prefix, module;
} kModules[] = {{"java.sql.", "module java.sql of loader 'platform'"},
                {"javax.sql.", "module java.sql of loader 'platform'"},
                {"java.util.logging.", "module java.logging of loader 'bootstrap'"},
                {"java.lang.management.", "module java.management of loader 'bootstrap'"},
                {"javax.xml.", "module java.xml of loader 'bootstrap'"},
                {"org.xml.sax.", "module java.xml of loader 'bootstrap'"},
                {"java.", "module java.base of loader 'bootstrap'"},
                {"javax.", "module java.base of loader 'bootstrap'"},
                {"sun.nio.", "module java.base of loader 'bootstrap'"},
                {"clojure.", "unnamed module of loader 'app'"}};

// Where the JVM says a class lives. The wording of a ClassCastException depends on it.
std::string module_of(const std::string& class_name) {
  size_t start = class_name.find_first_not_of('[');
  bool array = start > 0 && start != std::string::npos;
  std::string_view name = std::string_view(class_name).substr(start == std::string::npos ? 0 : start);
  if (array && name.size() > 1 && name[0] == 'L') name.remove_prefix(1);
  if (array && name.size() == 1) name = "java.";  // of primitives
  for (const auto& row : kModules) {
    if (name.starts_with(row.prefix)) return std::string(row.module);
  }
  return "unnamed module of loader clojure.lang.DynamicClassLoader";
}

std::string class_name_text(Value v) {
  Value cls = class_of(v);
  return cls.is_nil() ? "nil" : to_utf8(cast<Class>(cls)->name);
}

}  // namespace

void throw_nil(std::string_view reason) {
  throw_error(Error::kNullPointer, reason.empty() ? std::string("Cannot throw exception")
                                                  : "Cannot throw exception because " + std::string(reason) + " is null");
}

void throw_value(Value throwable) {
  if (!is_kind(throwable, Kind::kThrowable)) {
    if (throwable.is_nil()) throw_nil("\"null\"");
    throw_class_cast(throwable, "java.lang.Throwable");
  }
  gc::mutator().pending_exception = throwable;
  throw ClojureThrow{throwable};
}

void throw_error(Error error, std::string_view message) {
  throw_value(make_throwable(error_class(error), make_string(message), Value::nil(), Value::nil()));
}

void throw_error(Error error) {
  throw_value(make_throwable(error_class(error), Value::nil(), Value::nil(), Value::nil()));
}

void throw_errorf(Error error, const char* format, ...) {
  va_list args;
  va_start(args, format);
  va_list measure;
  va_copy(measure, args);
  int length = std::vsnprintf(nullptr, 0, format, measure);
  va_end(measure);
  std::string text(static_cast<size_t>(length), '\0');
  std::vsnprintf(text.data(), text.size() + 1, format, args);
  va_end(args);
  throw_error(error, text);
}

namespace {
[[noreturn]] void throw_arity_of(uint32_t given, const std::string& name) {
  // IFn's invoke takes 20 arguments and the rest as an array: the JVM counts no further. A keyword counts for itself.
  constexpr uint32_t kMostCounted = 21;
  if (!name.starts_with(':')) given = std::min(given, kMostCounted);
  throw_error(Error::kArity, "Wrong number of args (" + std::to_string(given) + ") passed to: " + name);
}
}  // namespace

void throw_arity(uint32_t given, std::string_view function_name) {
  throw_arity_of(given, function_name.starts_with(':') ? std::string(function_name) : name_of_class_of(function_name));
}

void throw_class_arity(uint32_t given, std::string_view class_name) { throw_arity_of(given, demunge(class_name)); }

void throw_class_cast(Value value, std::string_view target_class) {
  if (value.is_nil()) {
    throw_error(Error::kNullPointer, "Cannot invoke \"Object.getClass()\" because \"x\" is null");
  }
  check_interface_methods(value, target_class);
  std::string from = class_name_text(value), to(target_class);
  std::string from_module = module_of(from), to_module = module_of(to);
  std::string text = "class " + from + " cannot be cast to class " + to + " (";
  if (from_module == to_module) {
    text += from + " and " + to + " are in " + from_module;
  } else {
    text += from + " is in " + from_module + "; " + to + " is in " + to_module;
  }
  throw_error(Error::kClassCast, text + ")");
}

void throw_no_seq(Value value) {
  check_interface_method(value, roots.class_seqable, "seq", 0);
  throw_error(Error::kIllegalArgument, "Don't know how to create ISeq from: " + class_name_text(value));
}

void throw_index_out_of_bounds() {
  throw_value(make_throwable(error_class(Error::kIndexOutOfBounds), Value::nil(), Value::nil(), Value::nil()));
}

void throw_stack_overflow() {
  throw_value(make_throwable(error_class(Error::kStackOverflow), Value::nil(), Value::nil(), Value::nil()));
}

void check_stack() {
  const char* here = static_cast<const char*>(__builtin_frame_address(0));
  if (here < gc::mutator().stack_limit) [[unlikely]] throw_stack_overflow();
}

}  // namespace clj
