#include "clj/driver/repl.h"

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <memory>

#include "clj/base/utf8.h"
#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/driver/loader.h"
#include "clj/io/reader.h"
#include "clj/io/writer.h"
#include "clj/launch/report.h"
#include "clj/reader/reader.h"
#include "line_editor.h"

namespace clj::driver {
namespace {

constexpr const char* kSourceName = "NO_SOURCE_PATH";  // what *file* is in a REPL

Value out() { return deref(cast<Var>(roots.var_out)); }

std::string prompt() { return symbol_text(cast<Namespace>(current_ns())->name) + "=> "; }

// Ctrl-C at the prompt: leaves the reader.
struct Interrupted {};

// Where forms come from.
class Input {
 public:
  virtual ~Input() = default;
  virtual reader::CharSource& source() = 0;
  // The reader is done with the source for now: what it looked ahead is the program's.
  virtual void release() {}
  // A form is about to be read from the start of a line.
  virtual void show_prompt() = 0;
  virtual void forget_line() {}
  virtual bool at_line_start() { return source().column() == 1; }
  virtual std::string_view text() const { return ""; }
};

// Lines from the terminal. Keeps them, so that reports can show where an error is.
class TerminalInput : public Input {
 public:
  explicit TerminalInput(std::string history_file)
      : editor_(std::move(history_file)), source_(next_unit, this, kSourceName, true) {}
  reader::CharSource& source() override { return source_; }
  void show_prompt() override {
    io::flush(out());  // the editor writes to the terminal directly
    fresh_ = true;
  }
  // What is left of the line after an error is not evaluated.
  void forget_line() override {
    bool dropped = source_.take_unread() != reader::kEnd || at_ < units_.size();
    at_ = units_.size();
    source_.set_position(source_.line() + (dropped ? 1 : 0), 1);
  }
  std::string_view text() const override { return text_; }

 private:
  static int next_unit(void* context) { return static_cast<TerminalInput*>(context)->next(); }
  int next() {
    if (at_ == units_.size()) {
      std::string first = prompt(), line;
      // The lines of one form line up: "user=> " and "  #_=> ".
      std::string shown = fresh_ || first.size() < 5 ? first : std::string(first.size() - 5, ' ') + "#_=> ";
      fresh_ = false;
      switch (editor_.read(shown, line)) {
        case LineEditor::Result::kEnd: return reader::kEnd;
        case LineEditor::Result::kInterrupted: throw Interrupted();
        case LineEditor::Result::kLine: break;
      }
      text_ += line;
      units_ = utf8::to_utf16(line);
      at_ = 0;
    }
    return at_ < units_.size() ? units_[at_++] : reader::kEnd;
  }

  LineEditor editor_;
  reader::CallbackSource source_;
  std::u16string units_;
  size_t at_ = 0;
  bool fresh_ = true;
  std::string text_;
};

// Whatever *in* is, shared with the program that reads from it.
class StreamInput : public Input {
 public:
  StreamInput() : source_(next_unit, this, kSourceName, true) {}
  reader::CharSource& source() override { return source_; }
  std::string_view text() const override { return text_; }
  // The program may have read on.
  bool at_line_start() override { return ended_ || io::column_number(in()) == 1; }
  void release() override {
    int unit = source_.take_unread();
    if (unit == reader::kEnd) return;
    io::unread(in(), unit);
    // It will come again, or the program reads it.
    while (!text_.empty() && (text_.back() & 0xC0) == 0x80) text_.pop_back();
    if (!text_.empty()) text_.pop_back();
  }
  void show_prompt() override {
    io::write(out(), prompt());
    io::flush(out());
  }

 private:
  static Value in() { return deref(cast<Var>(roots.var_in)); }
  static int next_unit(void* context) {
    auto* self = static_cast<StreamInput*>(context);
    int unit = io::read(in());
    self->ended_ = unit == io::kEnd;
    if (!self->ended_) self->keep(static_cast<char16_t>(unit));
    return unit;
  }
  void keep(char16_t unit) {
    if (utf8::is_lead_surrogate(unit)) {
      lead_ = unit;
    } else if (utf8::is_trail_surrogate(unit)) {
      utf8::append(text_, utf8::combine_surrogates(lead_, unit));
    } else {
      utf8::append(text_, unit);
    }
  }
  reader::CallbackSource source_;
  std::string text_;
  char16_t lead_ = 0xD83D;
  bool ended_ = false;
};

class Repl {
 public:
  Repl(const ReplOptions& options, Input& input) : options_(options), input_(input) {}
  void run();

 private:
  enum class Next { kBody, kLineStart, kEnd };
  // Up to what there is to read on this line.
  Next skip_blank();
  void skip_line_end();
  bool read_and_evaluate();
  void remember(Value value);
  void report(Value throwable);
  void set_session_var(const char* name, Value value);
  Value session_var(const char* name);

  const ReplOptions& options_;
  Input& input_;
};

Value Repl::session_var(const char* name) {
  Value var = find_interned_var(roots.core_ns, make_symbol("", name));
  return var.is_nil() || !cast<Var>(var)->is_bound() ? Value::nil() : deref(cast<Var>(var));
}

void Repl::set_session_var(const char* name, Value value) {
  auto* var = cast<Var>(intern_var("clojure.core", name));
  if (is_thread_bound(var)) {
    set_var(var, value);
  } else {
    bind_root(var, value);
  }
}

void Repl::remember(Value value) {
  set_session_var("*3", session_var("*2"));
  set_session_var("*2", session_var("*1"));
  set_session_var("*1", value);
}

void Repl::report(Value throwable) {
  try {
    set_session_var("*e", throwable);
    io::flush(out());
    launch::ReportOptions options;
    options.source_text = input_.text();
    options.source_name = kSourceName;
    options.source_label = "REPL";
    launch::print_report(throwable, options);
  } catch (const ClojureThrow&) {
    launch::print_report(throwable, {});
  }
}

Repl::Next Repl::skip_blank() {
  reader::CharSource& source = input_.source();
  for (;;) {
    int unit = source.read();
    if (unit == reader::kEnd) return Next::kEnd;
    if (unit == ';') {
      while (unit != '\n' && unit != reader::kEnd) unit = source.read();
    }
    if (unit == '\n') return Next::kLineStart;
    bool blank = unit == ' ' || unit == ',' || (unit >= 9 && unit <= 13) || (unit >= 28 && unit <= 31);
    if (!blank) {
      source.unread(unit);
      return Next::kBody;
    }
  }
}

void Repl::skip_line_end() {
  int unit = input_.source().read();
  if (unit != '\n') input_.source().unread(unit);
}

// False at the end of the input.
bool Repl::read_and_evaluate() {
  Next next = skip_blank();
  if (next != Next::kBody) return next == Next::kLineStart;
  reader::Options options;
  options.conditionals = reader::Options::Conditionals::kAllow;
  options.eof_throws = true;
  reader::Reader reader(input_.source(), options);
  Value form = reader.read();
  skip_line_end();
  input_.release();
  Value value;
  visit_located(reader, form, [&](Value f) { value = options_.eval(f); });
  remember(value);
  invoke(deref(cast<Var>(intern_var("clojure.core", "prn"))), value);
  io::flush(out());
  return true;
}

// What clojure.main refers in the namespace that a session starts in.
constexpr const char* kSessionRequires =
    "(do (require '[clojure.repl :refer (source apropos dir pst doc find-doc)])"
    " (require '[clojure.java.javadoc :refer (javadoc)])"
    " (require '[clojure.pprint :refer (pp pprint)]))";

void Repl::run() {
  options_.eval(reader::read_string(make_string(kSessionRequires)));
  set_session_var("*repl*", Value::boolean(true));
  if (!options_.banner.empty()) io::write(out(), options_.banner + "\n");
  input_.show_prompt();
  for (bool more = true; more;) {
    try {
      more = read_and_evaluate();
    } catch (const ClojureThrow& thrown) {
      report(thrown.value);
      input_.forget_line();
    } catch (const Interrupted&) {
      input_.forget_line();
    }
    input_.release();
    if (more && input_.at_line_start()) input_.show_prompt();
  }
  io::write(out(), "\n");
  io::flush(out());
}

std::string home_file(const char* name) {
  const char* home = getenv("HOME");
  return std::string(home ? home : ".") + "/" + name;
}

}  // namespace

int run_repl(const ReplOptions& options) {
  const char* terminal = getenv("TERM");
  bool interactive =
      isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
  std::unique_ptr<Input> input;
  if (interactive) {
    input = std::make_unique<TerminalInput>(options.history_file.empty() ? home_file(".cljvm_history")
                                                                         : options.history_file);
  } else {
    input = std::make_unique<StreamInput>();
  }
  Repl(options, *input).run();
  return 0;
}

}  // namespace clj::driver
