// Tokens: numbers, symbols, keywords, characters.
#include "reader_parts.h"

namespace clj::reader {

bool Reader::is_macro(int unit) const {
  switch (unit) {
    case '"': case ';': case '^': case '(': case ')': case '[': case ']': case '{': case '}': case '\\': case '#':
      return true;
    case '\'': case '@': case '`': case '~': case '%':
      return !options_.edn;
    default:
      return false;
  }
}

// Whether `unit` ends a token it stands after.
bool Reader::is_terminating(int unit) const {
  return unit == kEnd || is_whitespace(unit) || (unit != '#' && unit != '\'' && unit != '%' && is_macro(unit));
}

namespace {

// Characters that EDN keeps for later.
bool is_reserved_in_edn(int unit) { return unit == '@' || unit == '`' || unit == '~'; }

std::string one(int unit) {
  auto u = static_cast<char16_t>(unit);
  return utf8::from_utf16(&u, 1);
}

}  // namespace

std::u16string Reader::read_token(int first, bool leading_constituent) {
  if (options_.edn && leading_constituent && is_reserved_in_edn(first))
    throw_error(Error::kRuntimeException, "Invalid leading character: " + one(first));
  std::u16string token(1, static_cast<char16_t>(first));
  for (;;) {
    int unit = source_.read();
    if (is_terminating(unit)) {
      source_.unread(unit);
      return token;
    }
    if (options_.edn && is_reserved_in_edn(unit))
      throw_error(Error::kRuntimeException, "Invalid constituent character: " + one(unit));
    token.push_back(static_cast<char16_t>(unit));
  }
}

Value Reader::read_number(int first) {
  std::u16string token(1, static_cast<char16_t>(first));
  for (;;) {
    int unit = source_.read();
    if (unit == kEnd || is_whitespace(unit) || is_macro(unit)) {
      source_.unread(unit);
      break;
    }
    token.push_back(static_cast<char16_t>(unit));
  }
  std::string text = utf8::from_utf16(token.data(), token.size());
  Value number = parse_number(text);
  if (number.is_absent()) throw_error(Error::kNumberFormat, "Invalid number: " + text);
  return number;
}

Value Reader::interpret_token(const std::u16string& token) {
  if (token == u"nil") return Value::nil();
  if (token == u"true") return Value::boolean(true);
  if (token == u"false") return Value::boolean(false);
  Value symbol = match_symbol(token);
  if (symbol.is_absent())
    throw_error(Error::kRuntimeException, "Invalid token: " + utf8::from_utf16(token.data(), token.size()));
  return symbol;
}

namespace {

// Whether `name` may stand after the last '/': "/" itself, or no digit first and no '/'.
bool is_symbol_name(std::u16string_view name) {
  if (name == u"/") return true;
  return !name.empty() && !(name[0] >= '0' && name[0] <= '9') && name.find(u'/') == name.npos;
}

// Splits `text` into an optional namespace part that ends in '/' and a name, the namespace as
// long as can be. Returns false when that cannot be done.
bool split_symbol(std::u16string_view text, std::u16string_view& ns, std::u16string_view& name) {
  if (text.empty()) return false;
  bool may_have_ns = text[0] != '/' && !(text[0] >= '0' && text[0] <= '9');
  for (size_t slash = text.rfind(u'/'); may_have_ns && slash != text.npos && slash > 0;
       slash = text.rfind(u'/', slash - 1)) {
    if (is_symbol_name(text.substr(slash + 1))) {
      ns = text.substr(0, slash + 1);
      name = text.substr(slash + 1);
      return true;
    }
  }
  ns = {};
  name = text;
  return is_symbol_name(text);
}

// Clojure 1.12's array class symbols: String/1 … String/9.
bool is_array_class(std::u16string_view text) {
  size_t slash = text.rfind(u'/');
  return slash != text.npos && slash > 0 && slash + 2 == text.size() && text.back() >= '1' && text.back() <= '9' &&
         text[0] != ':' && text[0] != '/' && !(text[0] >= '0' && text[0] <= '9');
}

}  // namespace

Value Reader::match_symbol(const std::u16string& token) {
  std::u16string_view text = token, ns, name;
  bool colon = text[0] == ':';
  if (!(colon && split_symbol(text.substr(1), ns, name)) && !split_symbol(text, ns, name)) {
    if (!options_.edn && is_array_class(text)) return parse_symbol(make_string(token));
    return Value::absent();
  }
  if (ns.ends_with(u":/") || name.ends_with(u':') || text.find(u"::", 1) != text.npos) return Value::absent();
  if (text.starts_with(u"::")) return options_.edn ? Value::absent() : resolve_auto_keyword(token.substr(2));
  if (colon) return make_keyword(parse_symbol(make_string(token.substr(1))));
  return parse_symbol(make_string(token));
}

Value find_alias(Value alias_symbol) {
  auto* ns = try_cast<Namespace>(current_ns());
  return ns ? get(ns->aliases.load(), alias_symbol) : Value::nil();
}

Value Reader::resolve_auto_keyword(const std::u16string& name) {
  Value symbol = parse_symbol(make_string(name));
  Value ns_name = cast<Symbol>(symbol)->ns;
  Value ns = ns_name.is_nil() ? current_ns() : find_alias(make_symbol(Value::nil(), ns_name));
  if (ns.is_nil()) return Value::absent();
  Value full_ns = cast<Symbol>(cast<Namespace>(ns)->name)->name;
  return make_keyword(make_symbol(full_ns, cast<Symbol>(symbol)->name));
}

namespace {

struct NamedCharacter {
  const char16_t* name;
  char16_t unit;
};
constexpr NamedCharacter kNamedCharacters[] = {{u"newline", '\n'}, {u"space", ' '},     {u"tab", '\t'},
                                               {u"backspace", '\b'}, {u"formfeed", '\f'}, {u"return", '\r'}};

uint32_t parse_digits(std::u16string_view digits, int base) {
  uint32_t value = 0;
  for (char16_t c : digits) {
    int digit = digit_value(c, base);
    if (digit < 0) throw_error(Error::kIllegalArgument, "Invalid digit: " + one(c));
    value = value * base + digit;
  }
  return value;
}

}  // namespace

Value Reader::read_character() {
  int first = source_.read();
  if (first == kEnd) throw_error(Error::kRuntimeException, "EOF while reading character");
  std::u16string token = read_token(first, false);
  if (token.size() == 1) return Value::character(token[0]);
  for (const NamedCharacter& named : kNamedCharacters) {
    if (token == named.name) return Value::character(named.unit);
  }
  if (token[0] == 'u') {
    if (token.size() != 5)
      throw_error(Error::kIllegalArgument,
                  "Invalid unicode character: \\" + utf8::from_utf16(token.data(), token.size()));
    uint32_t unit = parse_digits(std::u16string_view(token).substr(1), 16);
    if (unit >= 0xD800 && unit <= 0xDFFF)
      throw_errorf(Error::kRuntimeException, "Invalid character constant: \\u%x", unit);
    return Value::character(static_cast<char16_t>(unit));
  }
  if (token[0] == 'o') {
    if (token.size() > 4)
      throw_errorf(Error::kRuntimeException, "Invalid octal escape sequence length: %zu", token.size() - 1);
    uint32_t unit = parse_digits(std::u16string_view(token).substr(1), 8);
    if (unit > 0377) throw_error(Error::kRuntimeException, "Octal escape sequence must be in range [0, 377].");
    return Value::character(static_cast<char16_t>(unit));
  }
  throw_error(Error::kRuntimeException, "Unsupported character: \\" + utf8::from_utf16(token.data(), token.size()));
}

}  // namespace clj::reader
