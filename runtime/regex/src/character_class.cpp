// Character classes, their unions and intersections, and properties.
#include <algorithm>

#include "translator.h"

namespace clj::regex {

// Alternatives are atomic: each is one character, and one that has matched makes the others superfluous. Tried all the
// same, they would double the ways through a text with each character that several have.
std::u16string expression_of(const CharSet& set) {
  std::u16string brackets = set.items.empty() ? u"" : u"[" + set.items + u"]";
  if (set.expression.empty()) return brackets.empty() ? u"(?!)" : brackets;
  if (brackets.empty()) return set.expression;
  return u"(?>" + brackets + u"|" + set.expression + u")";
}

CharSet complement(const CharSet& set) {
  if (set.expression.empty() && !set.items.empty()) return {u"", u"[^" + set.items + u"]", true};
  return {u"", u"(?:(?!" + expression_of(set) + u").)", true};
}

namespace {

CharSet unite(const CharSet& a, const CharSet& b) {
  CharSet out{a.items + b.items, a.expression, a.code_points || b.code_points};
  if (!b.expression.empty()) out.expression = out.expression.empty() ? b.expression : u"(?>" + out.expression + u"|" + b.expression + u")";
  return out;
}

CharSet intersect(const CharSet& a, const CharSet& b) {
  return {u"", u"(?:(?=" + expression_of(a) + u")" + expression_of(b) + u")", a.code_points || b.code_points};
}

}  // namespace

bool Translator::class_escape(CharSet& set) {
  int unit = peek_raw();
  bool unicode = unicode_classes();
  std::u16string body;
  switch (unit) {
    case u'd':
    case u'D': body = unicode ? u"\\p{Nd}" : u"0-9"; break;
    case u'w':
    case u'W': body = unicode ? u"\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\x{200c}\\x{200d}" : u"a-zA-Z0-9_"; break;
    case u's':
    case u'S': body = unicode ? u"\\p{White_Space}" : u"\\x{20}\\t-\\r"; break;
    case u'h':
    case u'H': body = u"\\h"; break;
    case u'v':
    case u'V': body = std::u16string(u"\\n\\x{0b}\\f") + other_line_ends(); break;
    case u'p':
    case u'P': return property(set);
    default: return false;
  }
  ++at_;
  set.items = body;
  set.code_points = unicode;
  if (unit >= u'A' && unit <= u'Z') set = complement(set);
  return true;
}

namespace {
bool is_case_property(std::string_view name) {
  for (std::string_view one : {"Lu", "Ll", "Lt", "IsLu", "IsLl", "IsLt", "javaUpperCase", "javaLowerCase", "javaTitleCase", "IsUppercase", "IsLowercase", "IsTitlecase"}) {
    if (name == one) return true;
  }
  return false;
}
}  // namespace

bool Translator::property(CharSet& set) {
  bool negated = in_[at_++] == u'P';
  std::string name;
  if (peek_raw() == u'{') {
    size_t end = in_.find(u'}', at_);
    if (end == std::u16string::npos) error("Unclosed character family", static_cast<int64_t>(in_.size()));
    for (size_t i = at_ + 1; i < end; ++i) name.push_back(static_cast<char>(in_[i]));
    at_ = end;
    if (name.empty()) error_here("Empty character family");
  } else {
    if (peek_raw() == kEnd) error_here("Unknown character property name { }");
    name.push_back(static_cast<char>(in_[at_]));
  }
  if (has(kCaseInsensitive) && is_case_property(name)) name = "LC";  // Java takes each case for all of them
  if (!property_body(name, unicode_classes(), set.items)) {
    size_t equals = name.find('=');
    if (equals != std::string::npos)
      error_here("Unknown Unicode property {name=<" + name.substr(0, equals) + ">, value=<" + name.substr(equals + 1) + ">}");
    error_here("Unknown character property name {" + name + "}");
  }
  ++at_;
  set.code_points = true;
  if (negated) set = complement(set);
  return true;
}

CharSet Translator::character_class() {
  bool negated = accept(u'^');
  CharSet left, current;
  bool intersecting = false, any = false;
  auto finish = [&] {
    if (!intersecting) return current;
    return current.empty() ? left : intersect(left, current);
  };
  for (;;) {
    int unit = peek();
    if (unit == kEnd) error("Unclosed character class", static_cast<int64_t>(in_.size()) - 1);
    if (unit == u']' && any) {
      ++at_;
      break;
    }
    if (unit == u'[') {
      ++at_;
      current = unite(current, character_class());
      any = true;
      continue;
    }
    if (unit == u'&' && at_ + 1 < in_.size() && in_[at_ + 1] == u'&') {
      while (peek() == u'&') ++at_;
      if (!current.empty()) {
        left = finish();
        intersecting = true;
        current = {};
      }
      continue;
    }
    any = true;
    current = unite(current, class_element());
  }
  CharSet set = finish();
  return negated ? complement(set) : set;
}

CharSet Translator::class_element() {
  uint32_t low;
  if (peek() == u'\\') {
    ++at_;
    CharSet set;
    if (class_escape(set)) return set;
    int escaped = peek_raw();
    if (escaped >= u'1' && escaped <= u'9') error("Illegal/unsupported escape sequence", static_cast<int64_t>(at_));
    low = character_escape();
  } else {
    low = next_code_point();
  }
  if (peek() != u'-') return one(low);
  int after = at_ + 1 < in_.size() ? in_[at_ + 1] : kEnd;
  if (after == u'[' || after == u']') return one(low);
  if (after == kEnd) {
    ++at_;
    error("Illegal character range", static_cast<int64_t>(at_));
  }
  ++at_;
  uint32_t high;
  if (peek() == u'\\') {
    size_t back = at_++;
    CharSet set;
    if (class_escape(set)) error("Illegal character range", static_cast<int64_t>(back) + 1);
    at_ = back + 1;
    high = character_escape();
  } else {
    high = next_code_point();
  }
  if (high < low) error_before("Illegal character range");
  return range(low, high);
}

CharSet Translator::one(uint32_t code) const {
  std::u16string text = code_point(code);
  return text.empty() ? CharSet{u"", u"(?!)", true} : CharSet{text, u"", !is_unit(code)};
}

CharSet Translator::range(uint32_t low, uint32_t high) const {
  bool code_points = !(high < 0xD800 || (low >= 0xE000 && high <= 0xFFFF));
  if (kind_ != TextKind::kSurrogates) {
    if (low > 0xFFFF) return {u"", u"(?!)", true};
    high = std::min<uint32_t>(high, 0xFFFF);
  } else {
    if (is_surrogate(low)) low = 0xE000;
    if (is_surrogate(high)) high = 0xD7FF;
    if (low > high) return {u"", u"(?!)", true};
  }
  return {hex_text(low) + u"-" + hex_text(high), u"", code_points};
}

}  // namespace clj::regex
