// The reader's loop: what a form's first character says about it.
#include "reader_parts.h"

namespace clj::reader {

Reader::Reader(CharSource& source, const Options& options) : source_(source), options_(options) {}
Reader::~Reader() = default;

namespace {

// The exception as the JVM's reader reports it from a source with positions.
[[noreturn]] void throw_with_position(Value cause, const CharSource& source, bool edn) {
  StringBuffer message;
  append_str(message, cause);
  Value data = Value::nil();
  if (!edn) {
    Value entries[] = {make_keyword("clojure.error", "line"), make_long(source.line()),
                       make_keyword("clojure.error", "column"), make_long(source.column())};
    data = make_map(entries, 4);
  }
  Error error = edn ? Error::kEdnReaderException : Error::kReaderException;
  throw_value(make_throwable(error_class(error), message.to_string(), cause, data));
}

}  // namespace

Value Reader::read() {
  pending_.clear();
  depth_ = 0;
  suppress_ = false;
  fn_arguments_ = nullptr;
  gensyms_ = nullptr;
  try {
    Value read_eval = deref_or(roots.var_read_eval, Value::boolean(true));
    if (!options_.edn && is_keyword(read_eval) && read_eval == make_keyword("", "unknown"))
      throw_error(Error::kRuntimeException, "Reading disallowed - *read-eval* bound to :unknown");
    Value form;
    Status status = read_element(form, kEnd);
    pending_.clear();
    if (status == Status::kForm) return form;
    if (options_.eof_throws) throw_error(Error::kRuntimeException, "EOF while reading");
    return Value::absent();
  } catch (const ClojureThrow& thrown) {
    throw_placed(thrown.value);
  }
}

void Reader::throw_placed(Value exception) const {
  if (!source_.has_positions() || !is_instance(error_class(Error::kException), exception)) throw_value(exception);
  throw_with_position(exception, source_, options_.edn);
}

Reader::Status Reader::read_element(Value& form, int close) {
  for (;;) {
    if (!pending_.empty()) {
      form = pending_.back();
      pending_.pop_back();
      return Status::kForm;
    }
    int unit = next_visible();
    if (unit == kEnd) return Status::kEndOfSource;
    if (unit == close) return Status::kClosed;
    if (depth_ == 0 && source_.has_positions()) {
      form_line_ = source_.line();
      form_column_ = source_.column() - 1;
    }
    int line = source_.line(), column = source_.column() - 1;
    Value read = read_form(unit);
    if (read.is_absent()) continue;
    form = options_.listener != nullptr ? tell(read, line, column) : read;
    return Status::kForm;
  }
}

// The form that begins with `unit`; absent() when it is none.
Value Reader::read_form(int unit) {
  if (is_digit(unit)) return read_number(unit);
  if (is_macro(unit)) return read_macro(unit);
  if (unit == '+' || unit == '-') {
    int following = source_.read();
    source_.unread(following);
    if (is_digit(following)) return read_number(unit);
  }
  return interpret_token(read_token(unit));
}

// Tells the listener. Symbols and lists without a position (quote's, deref's) get theirs.
Value Reader::tell(Value form, int line, int column) {
  if (!source_.has_positions()) return form;
  if (is_symbol(form) || (is_seq(form) && supports_meta(form))) {
    Value m = clj::meta(form);
    if (m.is_nil()) m = roots.empty_array_map;
    if (get(m, roots.kw_line).is_nil()) {
      m = assoc(assoc(m, roots.kw_line, make_long(line)), roots.kw_column, make_long(column));
      form = with_meta(form, m);
    }
  }
  options_.listener->form_read(form, line, column, source_.line(), source_.column());
  return form;
}

Value cells(std::initializer_list<Value> items) {
  const Value* last = items.end() - 1;
  Value form = make_list(last, 1);
  while (last != items.begin()) form = cons(*--last, form);
  return form;
}

Value Reader::read_required() {
  Sub sub(*this);
  Value form;
  if (read_element(form, kEnd) != Status::kForm) throw_error(Error::kRuntimeException, "EOF while reading");
  return form;
}

int Reader::next_visible() {
  int unit;
  do unit = source_.read();
  while (is_whitespace(unit));
  return unit;
}

void Reader::skip_line() {
  int unit;
  do unit = source_.read();
  while (unit != '\n' && unit != '\r' && unit != kEnd);
}

void Reader::throw_eof_in(int first_line) {
  if (first_line <= 0) throw_error(Error::kRuntimeException, "EOF while reading");
  throw_errorf(Error::kRuntimeException, "EOF while reading, starting at line %d", first_line);
}

Value Reader::read_macro(int unit) {
  switch (unit) {
    case '"': return read_string();
    case ';': skip_line(); return Value::absent();
    case '\'': return cells({roots.sym_quote, read_required()});
    case '@': return cells({roots.sym_deref, read_required()});
    case '^': return read_meta();
    case '`': {
      GensymScope scope(*this);
      return syntax_quote(read_required());
    }
    case '~': return read_unquote();
    case '(': return read_list();
    case '[': {
      gc::ValueList items;
      read_delimited(']', items);
      return make_vector(items.data(), items.size());
    }
    case '{': return read_map();
    case '\\': return read_character();
    case '%': return read_argument();
    case '#': return read_dispatch_macro();
    default:
      throw_errorf(Error::kRuntimeException, "Unmatched delimiter: %c", unit);
  }
}

Value Reader::read_dispatch_macro() {
  int unit = source_.read();
  if (unit == kEnd) throw_error(Error::kRuntimeException, "EOF while reading character");
  switch (unit) {
    case '^': return read_meta();
    case '{': return read_set();
    case '<': throw_error(Error::kRuntimeException, "Unreadable form");
    case '_': {
      Value discarded = read_required();
      if (options_.listener != nullptr) options_.listener->discarded(discarded);
      return Value::absent();
    }
    case ':': return read_namespaced_map();
    case '#': return read_symbolic_value();
    default: break;
  }
  if (options_.edn) {
    // A tag begins with a letter: ASCII's are told here, beyond it the tag's own reading decides.
    bool letter = (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z';
    if (letter || (unit >= 0x80 && !is_whitespace(unit) && !is_digit(unit))) {
      source_.unread(unit);
      return read_edn_tagged();
    }
    char16_t shown = static_cast<char16_t>(unit);
    throw_error(Error::kRuntimeException, "No dispatch macro for: " + utf8::from_utf16(&shown, 1));
  }
  switch (unit) {
    case '\'': return cells({roots.sym_var, read_required()});
    case '"': return read_regex();
    case '(': return read_fn_literal();
    case '=': return read_eval();
    case '!': skip_line(); return Value::absent();
    case '?': return read_conditional();
    default: source_.unread(unit); return read_tagged();
  }
}

Value Reader::read_symbolic_value() {
  Value name = read_required();
  if (!is_symbol(name)) throw_error(Error::kRuntimeException, "Invalid token: ##" + text_of(name));
  std::string text = symbol_text(name);
  if (text == "Inf") return make_double(std::numeric_limits<double>::infinity());
  if (text == "-Inf") return make_double(-std::numeric_limits<double>::infinity());
  if (text == "NaN") return make_double(std::numeric_limits<double>::quiet_NaN());
  throw_error(Error::kRuntimeException, "Unknown symbolic value: ##" + text);
}

Value read_string(Value string, const Options& options) {
  StringSource source(string);
  return Reader(source, options).read();
}

void read_all(std::string_view utf8, std::string name, const Options& options, gc::ValueList& forms) {
  Utf8Source source(utf8, std::move(name));
  Reader reader(source, options);
  for (;;) {
    Value form = reader.read();
    if (form.is_absent()) return;
    forms.push_back(form);
  }
}

}  // namespace clj::reader
