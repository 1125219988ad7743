#include "format_spec.h"

#include <cstring>

namespace clj::formatting {

namespace {

constexpr char kFlagLetters[] = "-#+ 0,(<";

[[noreturn]] void throw_unknown(const std::string& conversion) {
  throw_error(Error::kUnknownFormatConversion, "Conversion = '" + conversion + "'");
}

class Parser {
 public:
  explicit Parser(const String* format) : format_(format) {}

  std::vector<Spec> parse() {
    std::vector<Spec> specs;
    uint32_t literal_from = 0;
    for (at_ = 0; at_ < format_->length;) {
      if (format_->char_at(at_) != '%') {
        ++at_;
        continue;
      }
      Spec spec;
      spec.literal_from = literal_from;
      spec.literal_to = at_++;
      parse_spec(spec);
      check(spec);
      specs.push_back(spec);
      literal_from = at_;
    }
    Spec tail;
    tail.literal_from = literal_from;
    tail.literal_to = format_->length;
    specs.push_back(tail);
    return specs;
  }

 private:
  char16_t peek() const { return at_ < format_->length ? format_->char_at(at_) : u'\0'; }
  bool at_digit() const { return peek() >= '0' && peek() <= '9'; }
  static bool is_letter(char16_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  // -1 when there are no digits, INT_MIN when the number is too big.
  int number() {
    if (!at_digit()) return -1;
    int64_t n = 0;
    for (; at_digit(); ++at_) n = n > INT32_MAX ? n : n * 10 + (peek() - '0');
    return n > INT32_MAX ? INT32_MIN : static_cast<int>(n);
  }

  [[noreturn]] void fail(uint32_t start) const {
    StringBuffer c;
    c.append_unit(start < format_->length ? format_->char_at(start) : u'%');
    throw_unknown(c.to_utf8());
  }

  void parse_spec(Spec& spec) {
    uint32_t start = at_;
    int index = number();
    if (index != -1 && peek() == '$') {
      ++at_;
      if (index == 0) throw_error(Error::kIllegalFormatArgumentIndex, "Illegal format argument index = 0");
      if (index == INT32_MIN) {
        throw_error(Error::kIllegalFormatArgumentIndex, "Format argument index: (not representable as int)");
      }
      spec.index = index;
    } else {
      at_ = start;
    }
    for (const char* flag; peek() != 0 && peek() < 0x80 && (flag = std::strchr(kFlagLetters, static_cast<char>(peek())));
         ++at_) {
      auto bit = static_cast<uint8_t>(1u << (flag - kFlagLetters));
      if (spec.has(bit)) throw_error(Error::kDuplicateFormatFlags, std::string("Flags = '") + *flag + "'");
      spec.flags |= bit;
    }
    spec.width = number();
    if (spec.width == INT32_MIN) throw_error(Error::kIllegalFormatWidth, std::to_string(spec.width));
    if (peek() == '.') {
      ++at_;
      if (!at_digit()) fail(start);
      spec.precision = number();
      if (spec.precision == INT32_MIN) throw_error(Error::kIllegalFormatPrecision, std::to_string(spec.precision));
    }
    char16_t c = peek();
    bool time = (c == 't' || c == 'T') && at_ + 1 < format_->length && is_letter(format_->char_at(at_ + 1));
    if (time) {
      spec.time = static_cast<char>(format_->char_at(++at_));
    } else if (!is_letter(c) && c != '%') {
      fail(start);
    }
    ++at_;
    set_conversion(spec, static_cast<char>(c));
  }

  static void set_conversion(Spec& spec, char c) {
    if (spec.has(kPrevious)) spec.index = kRelative;
    if (spec.time) {
      spec.upper = c == 'T';
      spec.conversion = 't';
      if (!std::strchr("HIklMSLNpzZsQBbhAaCYyjmdeRTrDFc", spec.time)) throw_unknown(std::string("t") + spec.time);
      return;
    }
    spec.upper = std::strchr("BHSCXEGA", c) != nullptr;
    spec.conversion = spec.upper ? static_cast<char>(c | 0x20) : c;
    if (!std::strchr("bhscdoxefga%n", spec.conversion)) throw_unknown(std::string(1, c));
    if (spec.conversion == '%' || spec.conversion == 'n') spec.index = kNoArgument;
  }

  static void forbid(const Spec& spec, uint8_t flags) {
    for (unsigned bit = 1; bit < 256; bit <<= 1) {
      if (!spec.has(static_cast<uint8_t>(bit & flags))) continue;
      throw_error(Error::kFormatFlagsMismatch, std::string("Conversion = ") + (spec.time ? spec.time : spec.conversion) +
                                                   ", Flags = " + flags_text(static_cast<uint8_t>(bit)));
    }
  }
  static void forbid_precision(const Spec& spec) {
    if (spec.precision != -1) throw_error(Error::kIllegalFormatPrecision, std::to_string(spec.precision));
  }
  static void require_width(const Spec& spec, uint8_t flags) {
    if (spec.width == -1 && spec.has(flags)) throw_error(Error::kMissingFormatWidth, spec_text(spec));
  }
  [[noreturn]] static void throw_flags(const Spec& spec) {
    throw_error(Error::kIllegalFormatFlags, "Flags = '" + flags_text(spec.flags) + "'");
  }
  static void check_numeric(const Spec& spec) {
    require_width(spec, kLeft | kZero);
    if ((spec.has(kPlus) && spec.has(kSpace)) || (spec.has(kLeft) && spec.has(kZero))) throw_flags(spec);
  }

  // In the order the JVM checks.
  static void check(const Spec& spec) {
    constexpr uint8_t kNumeric = kPlus | kSpace | kZero | kGroup | kParentheses;
    switch (spec.conversion) {
      case 'b':
      case 'h':
        forbid(spec, kAlternate);
        [[fallthrough]];
      case 's':
        require_width(spec, kLeft);
        forbid(spec, kNumeric);
        break;
      case 'c':
      case 't':
        forbid_precision(spec);
        forbid(spec, kAlternate | kNumeric);
        require_width(spec, kLeft);
        break;
      case 'd':
      case 'o':
      case 'x':
        check_numeric(spec);
        forbid_precision(spec);
        forbid(spec, spec.conversion == 'd' ? kAlternate : kGroup);
        break;
      case 'e':
      case 'f':
      case 'g':
      case 'a':
        check_numeric(spec);
        if (spec.conversion == 'a') {
          forbid(spec, kParentheses);
          forbid(spec, kGroup);
        }
        if (spec.conversion == 'e') forbid(spec, kGroup);
        if (spec.conversion == 'g') forbid(spec, kAlternate);
        break;
      case '%':
        forbid_precision(spec);
        if (spec.flags != 0 && spec.flags != kLeft) throw_flags(spec);
        require_width(spec, kLeft);
        break;
      case 'n':
        forbid_precision(spec);
        if (spec.width != -1) throw_error(Error::kIllegalFormatWidth, std::to_string(spec.width));
        if (spec.flags != 0) throw_flags(spec);
        break;
      default: break;
    }
  }

  const String* format_;
  uint32_t at_ = 0;
};

}  // namespace

std::vector<Spec> parse(const String* format) { return Parser(format).parse(); }

std::string flags_text(uint8_t flags) {
  std::string text;
  for (int i = 0; i < 8; ++i) {
    if (flags & 1u << i) text += kFlagLetters[i];
  }
  return text;
}

std::string spec_text(const Spec& spec) {
  std::string text = "%" + flags_text(spec.flags);
  if (spec.index > 0) text += std::to_string(spec.index) + "$";
  if (spec.width != -1) text += std::to_string(spec.width);
  if (spec.precision != -1) text += "." + std::to_string(spec.precision);
  char c = spec.upper ? static_cast<char>(spec.conversion & ~0x20) : spec.conversion;
  text += c;
  if (spec.time) text += spec.time;
  return text;
}

std::string number_field(const Spec& spec, bool negative, std::string body, const std::string& prefix,
                         const std::string& suffix) {
  bool parentheses = negative && spec.has(kParentheses);
  std::string out;
  if (negative) {
    out = parentheses ? "(" : "-";
  } else if (spec.has(kPlus)) {
    out = "+";
  } else if (spec.has(kSpace)) {
    out = " ";
  }
  out += prefix;
  if (spec.has(kGroup)) {
    size_t point = std::min(body.find('.'), body.size());
    for (auto at = static_cast<ptrdiff_t>(point) - 3; at > 0; at -= 3) body.insert(static_cast<size_t>(at), 1, ',');
  }
  std::string tail = suffix + (parentheses ? ")" : "");
  size_t length = out.size() + body.size() + tail.size();
  if (spec.has(kZero) && spec.width > 0 && length < static_cast<size_t>(spec.width)) {
    out.append(static_cast<size_t>(spec.width) - length, '0');
  }
  return out + body + tail;
}

}  // namespace clj::formatting
