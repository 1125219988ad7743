#include "clj/core/format.h"

#include "clj/core/call.h"
#include "clj/core/equality.h"
#include "clj/core/instant.h"
#include "clj/core/numbers.h"
#include "clj/core/bigint.h"
#include "clj/core/print.h"
#include "clj/core/text_case.h"
#include "clj/core/type.h"
#include "format_spec.h"

namespace clj {

namespace formatting {
namespace {

std::string hex(uint64_t bits, const char* format) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned long long>(bits));
  return buffer;
}

[[noreturn]] void throw_conversion(const Spec& spec, Value v) {
  throw_error(Error::kIllegalFormatConversion,
              std::string(1, spec.time ? spec.time : spec.conversion) + " != " + to_utf8(cast<Class>(class_of(v))->name));
}

// A date or time of a class that is written in Clojure (java.time, Calendar), which tells its parts itself.
class MomentOfClass final : public Moment {
 public:
  MomentOfClass(const Spec& spec, Value v) : spec_(spec), method_(find_class_method(class_of(v), make_symbol("", "time-part"))), value_(v) {
    if (method_.is_absent()) throw_conversion(spec, v);
  }

  int64_t number(Part part, char conversion) override { return as_long(ask(part, conversion)); }
  std::string zone() override { return to_utf8(ask(Part::kZone, 'Z')); }

 private:
  Value ask(Part part, char conversion) {
    Value answer = invoke(method_, value_, Value::character(static_cast<char16_t>(part)));
    if (!answer.is_nil()) return answer;
    Spec spec = spec_;
    spec.time = conversion;
    throw_conversion(spec, value_);
  }

  const Spec& spec_;
  Value method_, value_;
};

class Formatter {
 public:
  Formatter(const String* format, const Value* args, size_t count) : format_(format), args_(args), count_(count) {}

  Value run() {
    for (const Spec& spec : parse(format_)) {
      append_literal(spec);
      switch (spec.conversion) {
        case 0: break;
        case 'n': out_.append("\n"); break;
        case '%': append_text(spec, "%"); break;
        default: append_argument(spec, argument(spec));
      }
    }
    return out_.to_string();
  }

 private:
  void append_literal(const Spec& spec) {
    if (spec.literal_from < spec.literal_to) out_.append(format_, spec.literal_from, spec.literal_to);
  }

  Value argument(const Spec& spec) {
    if (spec.index == kOrdinary) {
      last_ = next_++;
    } else if (spec.index > 0) {
      last_ = static_cast<size_t>(spec.index) - 1;
    }
    if (last_ >= count_) {
      throw_error(Error::kMissingFormatArgument, "Format specifier '" + spec_text(spec) + "'");
    }
    return args_[last_];
  }

  void append_argument(const Spec& spec, Value v) {
    if (spec.conversion == 'b') {
      append_general(spec, make_string(v.is_boolean() ? (v.is_true() ? "true" : "false") : v.is_nil() ? "false" : "true"));
      return;
    }
    if (spec.conversion == 's' && spec.has(kAlternate)) throw_error(Error::kFormatFlagsMismatch, "Conversion = s, Flags = #");
    if (v.is_nil()) {
      append_general(spec, make_string("null"));
      return;
    }
    switch (spec.conversion) {
      case 's': append_general(spec, str_value(v)); break;
      case 'h': append_general(spec, make_string(hex(java_hash_code(v), "%llx"))); break;
      case 'c': append_general(spec, character(spec, v)); break;
      case 't': append_general(spec, make_string(time_text(spec, v))); break;
      case 'd':
      case 'o':
      case 'x': append_text(spec, integer_field(spec, v)); break;
      default:
        if (!is_float(v) && (!is_decimal(v) || spec.conversion == 'a')) throw_conversion(spec, v);
        append_text(spec, float_field(spec, v));
    }
  }

  static Value character(const Spec& spec, Value v) {
    if (v.is_character()) {
      char16_t unit = v.as_character();
      return make_string_utf16(&unit, 1);
    }
    if (!is_fixed_integer(v) || is_long(v)) throw_conversion(spec, v);
    int64_t code_point = as_fixed_integer(v);
    if (code_point < 0 || code_point > 0x10FFFF) {
      throw_error(Error::kIllegalFormatCodePoint,
                  "Code point = 0x" + hex(static_cast<uint32_t>(code_point), "%llx"));
    }
    StringBuffer text;
    text.append_code_point(static_cast<uint32_t>(code_point));
    return text.to_string();
  }

  static std::string time_text(const Spec& spec, Value v) {
    if (!is_long(v) && !is_kind(v, Kind::kInst)) {
      MomentOfClass moment(spec, v);
      return time_field(spec.time, moment);
    }
    LocalMoment moment(is_long(v) ? as_long(v) : cast<Inst>(v)->millis);
    return time_field(spec.time, moment);
  }

  static std::string integer_field(const Spec& spec, Value v) {
    bool big = is_kind(v, Kind::kBigInteger);
    if (!big && !is_fixed_integer(v)) throw_conversion(spec, v);
    if (spec.conversion == 'd' || big) {
      int radix = spec.conversion == 'd' ? 10 : spec.conversion == 'x' ? 16 : 8;
      std::string digits = integer::text(v, radix);
      bool negative = digits[0] == '-';
      if (negative) digits.erase(0, 1);
      return number_field(spec, negative, digits, radix_prefix(spec));
    }
    // Two's complement of the argument's own width.
    for (uint8_t flag : {kParentheses, kPlus, kSpace}) {
      if (!spec.has(flag)) continue;
      throw_error(Error::kFormatFlagsMismatch,
                  std::string("Conversion = ") + spec.conversion + ", Flags = " + flags_text(flag));
    }
    auto bits = static_cast<uint64_t>(as_fixed_integer(v));
    if (v.is_immediate(ImmediateKind::kInteger)) bits = static_cast<uint32_t>(bits);
    if (v.is_immediate(ImmediateKind::kShort)) bits = static_cast<uint16_t>(bits);
    if (v.is_immediate(ImmediateKind::kByte)) bits = static_cast<uint8_t>(bits);
    return number_field(spec, false, hex(bits, spec.conversion == 'x' ? "%llx" : "%llo"), radix_prefix(spec));
  }
  static std::string radix_prefix(const Spec& spec) {
    if (!spec.has(kAlternate)) return "";
    return spec.conversion == 'x' ? "0x" : "0";
  }

  // Precision cuts, then upper case, then spaces up to the width.
  void append_general(const Spec& spec, Value text) {
    const String* string = as_string(text);
    if (spec.precision >= 0 && static_cast<uint32_t>(spec.precision) < string->length) {
      text = substring(string, 0, static_cast<uint32_t>(spec.precision));
    }
    if (spec.upper) text = upper_case(as_string(text));
    string = as_string(text);
    append_padding(spec, string->length, false);
    out_.append(string);
    append_padding(spec, string->length, true);
  }

  void append_text(const Spec& spec, std::string text) {
    if (spec.upper) {
      for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c;
    }
    append_padding(spec, text.size(), false);
    out_.append(text);
    append_padding(spec, text.size(), true);
  }

  void append_padding(const Spec& spec, size_t length, bool after) {
    if (spec.width < 0 || spec.has(kLeft) != after) return;
    for (; length < static_cast<size_t>(spec.width); ++length) out_.append_unit(' ');
  }

  const String* format_;
  const Value* args_;
  size_t count_;
  size_t next_ = 0;                       // of ordinary specifiers
  size_t last_ = static_cast<size_t>(-1);  // for %<
  StringBuffer out_;
};

}  // namespace
}  // namespace formatting

Value format(Value format, const Value* args, size_t count) {
  return formatting::Formatter(as_string(format), args, count).run();
}

}  // namespace clj
