#include "clj/launch/report.h"

#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "clj/base/file.h"
#include "clj/base/utf8.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/compiler_exception.h"
#include "clj/core/error.h"
#include "clj/core/munge.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/stack_trace.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/io/class_path.h"
#include "clj/launch/names.h"
#include "remembered.h"
#include "source_lines.h"

namespace clj::launch {
namespace {

// A file that a namespace was loaded from is named from its root on the class path.
bool read_from_class_path(const std::string& name, std::string& text) {
  std::string place = io::find_on_class_path(name);
  if (place.empty()) return false;
  try {
    text = io::read_place(place);
  } catch (const ClojureThrow&) {
    return false;  // gone since
  }
  return true;
}

class Report {
 public:
  Report(Value throwable, const ReportOptions& options)
      : top_(cast<Throwable>(without_loading_error(throwable))), options_(options) {}
  std::string text();

 private:
  void locate();
  void take_form(bool compiling);
  void write_source();
  void write_open_delimiter(Throwable* error);
  void write_suggestion(Throwable* error);
  void write_causes(Throwable* error);
  void write_stack(Throwable* error);
  bool load_source();
  std::string shown_name(const std::string& file);
  void coloured(const char* code, std::string_view text);

  Throwable* top_;
  const ReportOptions& options_;
  Place place_;
  std::string phase_;
  std::string source_;
  bool source_known_ = false, source_loaded_ = false;
  std::string out_;
};

constexpr const char *kBold = "\033[1m", *kRed = "\033[1;31m", *kGreen = "\033[1;32m", *kBlue = "\033[34m",
                     *kReset = "\033[0m";

struct Frame {
  std::string function, file;
  int64_t line = 0, column = 0;
};

Value error_data(Throwable* throwable, const char* key) {
  if (throwable->data.is_nil() || !is_map(throwable->data)) return Value::nil();
  return get(throwable->data, make_keyword("clojure.error", key));
}

// Exceptions that only say where another one happened.
bool is_wrapper(Throwable* throwable) {
  bool wraps = throwable->type == error_class(Error::kCompilerException) ||
               throwable->type == error_class(Error::kReaderException) ||
               throwable->type == error_class(Error::kEdnReaderException) ||
               throwable->type == error_class(Error::kExecution);
  return wraps && is_kind(throwable->cause, Kind::kThrowable);
}

Throwable* cause_of(Throwable* throwable) { return try_cast<Throwable>(throwable->cause); }

// "ArithmeticException" of java.lang.ArithmeticException and its like.
std::string class_name(Throwable* throwable) {
  std::string name = to_utf8(cast<Class>(throwable->type)->name);
  size_t start = name.find_last_of(".$");
  return start == name.npos ? name : name.substr(start + 1);
}

std::string message(Throwable* throwable) {
  Value message = message_of(throwable);
  return is_string(message) ? to_utf8(message) : std::string();
}

std::string headline(Throwable* throwable) {
  std::string text = message(throwable);
  return text.empty() ? class_name(throwable) : class_name(throwable) + ": " + text;
}

std::vector<Frame> frames_of(Throwable* throwable) {
  std::vector<Frame> frames;
  Value trace = stack_trace_with_paths(throwable);
  if (trace.is_nil()) return frames;
  for_each(trace, [&](Value element) {
    gc::ValueList parts;
    append_elements(element, parts);
    if (parts.size() < 4) return true;
    Frame frame;
    std::string cls = to_utf8(str_value(parts[0]));
    bool is_function = cls.find('/') != cls.npos;
    frame.function = is_function ? cls
                     : cls.find('$') == cls.npos ? cls + "/" + to_utf8(str_value(parts[1]))
                                                 : demunge(cls);
    if (is_string(parts[2])) frame.file = to_utf8(parts[2]);
    if (is_long(parts[3])) frame.line = as_long(parts[3]);
    if (parts.size() > 4 && is_long(parts[4])) frame.column = as_long(parts[4]);
    frames.push_back(std::move(frame));
    return true;
  });
  return frames;
}

void Report::coloured(const char* code, std::string_view text) {
  if (options_.colour) out_ += code;
  out_ += text;
  if (options_.colour) out_ += kReset;
}

// The place is the form that threw, if it is the one that is remembered.
void Report::take_form(bool compiling) {
  remembered_form(Value::object(top_), compiling, place_);
}

void Report::locate() {
  for (Throwable* t = top_; t && place_.line == 0; t = cause_of(t)) {
    Value line = error_data(t, "line"), column = error_data(t, "column"), source = error_data(t, "source");
    if (!is_long(line) || as_long(line) <= 0) continue;
    place_.line = as_long(line);
    place_.column = is_long(column) ? as_long(column) : 0;
    if (is_string(source)) place_.file = to_utf8(source);
    Value phase = error_data(t, "phase");
    if (is_keyword(phase)) phase_ = symbol_text(cast<Keyword>(phase)->symbol);
    place_.past = t->type == error_class(Error::kReaderException) || phase_ == "read-source";
  }
  if (place_.line == 0) take_form(true);
  if (place_.line == 0) {
    Throwable* innermost = top_;
    while (Throwable* cause = cause_of(innermost)) innermost = cause;
    for (const Frame& frame : frames_of(innermost)) {
      if (frame.file.empty() || frame.line <= 0) continue;
      // Where the program called into the library says more than where in the library it broke.
      if (frame.function.starts_with("clojure.") && !options_.source_name.starts_with("clojure")) continue;
      place_.file = frame.file;
      place_.line = frame.line;
      place_.column = frame.column;
      break;
    }
  }
  if (place_.line == 0) take_form(false);
  if (place_.file.empty() && place_.line > 0) place_.file = options_.source_name;
}

std::string Report::shown_name(const std::string& file) {
  bool labelled = !options_.source_label.empty() && file == options_.source_name;
  return labelled ? std::string(options_.source_label) : file;
}

bool Report::load_source() {
  if (source_loaded_) return source_known_;
  source_loaded_ = true;
  if (!options_.source_text.empty() && (place_.file == options_.source_name || place_.file.empty())) {
    source_ = options_.source_text;
    source_known_ = true;
  } else {
    source_known_ = !place_.file.empty() && (read_file(place_.file, source_) || read_from_class_path(place_.file, source_));
  }
  return source_known_;
}

// Names the delimiter that a wrong or missing one should have closed.
void Report::write_open_delimiter(Throwable* error) {
  std::string text = message(error);
  if (!place_.past || !load_source()) return;
  if (!text.starts_with("Unmatched delimiter") && !text.starts_with("EOF while reading")) return;
  std::vector<Delimiter> open = open_delimiters(source_, place_.line, place_.column);
  if (open.empty()) return;
  const Delimiter& last = open.back();
  coloured(kBold, "note");
  out_ += std::string(": the ") + last.open + " at " + std::to_string(last.line) + ":" + std::to_string(last.column) +
          " is not closed\n";
}

void Report::write_source() {
  if (place_.line <= 0 || !load_source()) return;
  int64_t line = place_.line, column = place_.column;
  std::string text = line_of(source_, line);
  if (place_.past) {
    // Step back over what was read last; at the end of the text that is the last line with
    // anything on it.
    --column;
    while (column < 1 && line > 1) {
      text = line_of(source_, --line);
      column = is_blank(text) ? 0 : length_in_units(text);
    }
  }
  if (text.empty()) return;
  clip(text, column);
  std::string number = std::to_string(line), margin(number.size() + 2, ' ');
  coloured(kBlue, " " + number + " | ");
  out_ += text + "\n";
  if (column < 1) return;
  coloured(kBlue, margin + "| ");
  int64_t units = 1;
  for (size_t i = 0; i < text.size() && units < column;) {
    units += units_of(text[i]);
    uint32_t code_point = utf8::decode(text, i);
    if (code_point == '\t') {
      out_ += '\t';
    } else {
      out_.append(static_cast<size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point)))), ' ');
    }
  }
  coloured(kGreen, "^");
  out_ += "\n";
}

Value failing_namespace() {
  std::string name = remembered_namespace();
  Value ns = name.empty() ? Value::nil() : find_namespace(make_symbol("", name));
  return ns.is_nil() ? current_ns() : ns;
}

void Report::write_suggestion(Throwable* error) {
  std::string nearest = nearest_to_unresolved(message(error), failing_namespace());
  if (nearest.empty()) return;
  coloured(kBold, "help");
  out_ += ": did you mean " + nearest + "?\n";
}

constexpr size_t kMostData = 1000;  // of ex-data, in bytes

Value library_value(std::string_view ns, std::string_view name) {
  Value names[] = {make_string(ns), make_string(name)};
  return invoke(deref(cast<Var>(intern_var("clojure.core", "-library-value"))), names, 2);
}

void write_data(std::string& out, Throwable* error) {
  if (error->data.is_nil() || is_wrapper(error) || error->type != error_class(Error::kExceptionInfo)) return;
  std::string data;
  try {
    if (is_map(error->data) && contains(error->data, make_keyword("clojure.spec.alpha", "problems"))) {
      // The message of a failed s/assert has it already.
      Value failure = get(error->data, make_keyword("clojure.spec.alpha", "failure"));
      if (failure == make_keyword("", "assertion-failed")) return;
      std::string problems = to_utf8(invoke(library_value("clojure.main", "problems-text"), &error->data, 1));
      for (size_t from = 0, end; from < problems.size(); from = end + 1) {
        end = std::min(problems.find('\n', from), problems.size());
        out += "  " + problems.substr(from, end - from) + "\n";
      }
      return;
    }
    data = print_text(error->data);
  } catch (const ClojureThrow&) {
    return;  // ex-data that cannot be printed must not hide the error
  }
  if (data.size() > kMostData) {
    size_t end = kMostData;
    while (end > 0 && units_of(data[end]) == 0) --end;
    data = data.substr(0, end) + "...";
  }
  out += "  data: " + data + "\n";
}

void Report::write_causes(Throwable* error) {
  write_data(out_, error);
  for (Throwable* cause = cause_of(error); cause; cause = cause_of(cause)) {
    if (is_wrapper(cause)) continue;
    coloured(kBold, "caused by");
    out_ += ": " + headline(cause) + "\n";
    write_data(out_, cause);
    write_suggestion(cause);
  }
}

void Report::write_stack(Throwable* error) {
  Throwable* innermost = error;
  while (Throwable* cause = cause_of(innermost)) innermost = cause;
  std::vector<Frame> frames = frames_of(innermost);
  size_t shown = 0;
  for (size_t i = 0; i < frames.size();) {
    const Frame& frame = frames[i];
    size_t same = 1;
    while (i + same < frames.size() && frames[i + same].function == frame.function &&
           frames[i + same].line == frame.line)
      ++same;
    if (shown++ == options_.frames) {
      out_ += "  ... " + std::to_string(frames.size() - i) + " more\n";
      return;
    }
    out_ += "  at " + frame.function;
    if (!frame.file.empty()) {
      out_ += " (" + shown_name(frame.file);
      if (frame.line > 0) out_ += ":" + std::to_string(frame.line);
      out_ += ")";
    }
    if (same > 1) out_ += " [" + std::to_string(same) + " times]";
    out_ += "\n";
    i += same;
  }
}

std::string Report::text() {
  locate();
  Throwable* error = top_;
  while (is_wrapper(error)) error = cause_of(error);
  if (!place_.file.empty()) {
    std::string place = shown_name(place_.file);
    if (place_.line > 0) {
      place += ":" + std::to_string(place_.line);
      if (place_.column > 0) place += ":" + std::to_string(place_.column);
    }
    coloured(kBold, place + ":");
    out_ += " ";
  }
  coloured(kRed, "error:");
  out_ += " ";
  coloured(kBold, headline(error));
  out_ += "\n";
  write_source();
  write_open_delimiter(error);
  if (error->type == error_class(Error::kStackOverflow) && (phase_ == "read-source" || phase_ == "compile-syntax-check")) {
    coloured(kBold, "note");
    out_ += ": forms are nested too deeply here\n";
  }
  if (phase_ == "macroexpansion" || phase_ == "macro-syntax-check") {
    for (Throwable* t = top_; t; t = cause_of(t)) {
      Value symbol = error_data(t, "symbol");
      if (!is_symbol(symbol)) continue;
      out_ += "note: while expanding the macro " + symbol_text(symbol) + "\n";
      break;
    }
  }
  write_suggestion(error);
  write_causes(error);
  write_stack(error);
  return std::move(out_);
}

}  // namespace

std::string report_text(Value throwable, const ReportOptions& options) {
  // Whatever was thrown is a Throwable; anything else would be a fault of the runtime, told as such.
  if (!is_kind(throwable, Kind::kThrowable)) return "error: a value was thrown that is no Throwable: " + print_text(throwable) + "\n";
  return Report(throwable, options).text();
}

void print_report(Value throwable, ReportOptions options) {
  RememberedSource source;
  if (options.source_name.empty()) {
    source = remembered_source();
    options.source_name = source.name;
    options.source_label = source.label;
    options.source_text = source.text;
  }
  options.colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR");
  std::string text = report_text(throwable, options);
  fwrite(text.data(), 1, text.size(), stderr);
  fflush(stderr);
}

}  // namespace clj::launch
