// java.util.Date.
#include <chrono>
#include <ctime>
#include <optional>
#include <string>
#include <utility>

#include "clj/core/instant.h"
#include "host_support.h"

namespace clj::builtins::host {
namespace {

// The words of texts that Date.parse reads, by any two letters they begin with, from the last one on.
struct DateWord {
  const char* text;
  enum { kMorning, kAfternoon, kWeekday, kMonth, kZone } kind;
  int value;  // of a month its number, of a zone the minutes that it is behind
};
constexpr DateWord kDateWords[] = {
    {"am", DateWord::kMorning, 0},     {"pm", DateWord::kAfternoon, 0},  {"monday", DateWord::kWeekday, 0},
    {"tuesday", DateWord::kWeekday, 0}, {"wednesday", DateWord::kWeekday, 0}, {"thursday", DateWord::kWeekday, 0},
    {"friday", DateWord::kWeekday, 0}, {"saturday", DateWord::kWeekday, 0}, {"sunday", DateWord::kWeekday, 0},
    {"january", DateWord::kMonth, 0},  {"february", DateWord::kMonth, 1}, {"march", DateWord::kMonth, 2},
    {"april", DateWord::kMonth, 3},    {"may", DateWord::kMonth, 4},      {"june", DateWord::kMonth, 5},
    {"july", DateWord::kMonth, 6},     {"august", DateWord::kMonth, 7},   {"september", DateWord::kMonth, 8},
    {"october", DateWord::kMonth, 9},  {"november", DateWord::kMonth, 10}, {"december", DateWord::kMonth, 11},
    {"gmt", DateWord::kZone, 0},       {"ut", DateWord::kZone, 0},        {"utc", DateWord::kZone, 0},
    {"est", DateWord::kZone, 300},     {"edt", DateWord::kZone, 240},     {"cst", DateWord::kZone, 360},
    {"cdt", DateWord::kZone, 300},     {"mst", DateWord::kZone, 420},     {"mdt", DateWord::kZone, 360},
    {"pst", DateWord::kZone, 480},     {"pdt", DateWord::kZone, 420}};

// Date.parse: numbers and words in nearly any order.
class DateText {
 public:
  explicit DateText(std::string text) : text_(std::move(text)) {}
  // The milliseconds; nothing for what is no date.
  std::optional<int64_t> parse() {
    bool good = true;
    while (good && at_ < text_.size()) good = take();
    if (!good || !year_ || !month_ || !day_) return {};
    int64_t year = *year_;
    if (year < 100) {
      time_t now = ::time(nullptr);
      tm today{};
      localtime_r(&now, &today);
      int64_t first = today.tm_year + 1900 - 80;
      year += first / 100 * 100;
      if (year < first) year += 100;
    }
    tm fields{};
    fields.tm_year = static_cast<int>(year - 1900);
    fields.tm_mon = *month_;
    fields.tm_mday = *day_;
    fields.tm_hour = hour_.value_or(0);
    fields.tm_min = minute_.value_or(0);
    fields.tm_sec = second_.value_or(0);
    fields.tm_isdst = -1;
    if (year < 1582) shift_from_julian(fields);
    int64_t seconds = zone_ ? timegm(&fields) + *zone_ * 60 : mktime(&fields);
    return static_cast<int64_t>(static_cast<uint64_t>(seconds) * 1000);  // goes around
  }

 private:
  // The Gregorian calendar's date for one of the Julian, which Java's dates have before 1582.
  static void shift_from_julian(tm& fields) {
    int century = (fields.tm_year + 1900 - (fields.tm_mon < 2)) / 100;
    fields.tm_mday += century - century / 4 - 2;
  }
  bool is_digit() const { return at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; }
  bool is_letter() const { return at_ < text_.size() && ((text_[at_] | 0x20) >= 'a' && (text_[at_] | 0x20) <= 'z'); }
  bool take() {
    auto c = static_cast<unsigned char>(text_[at_]);
    if (is_digit()) return take_number();
    if (is_letter()) return take_word();
    ++at_;
    if (c == '(') skip_comment();
    else if (c == '/' || c == ':' || c == '+' || c == '-') before_ = static_cast<char>(c);
    else return c <= ' ' || c == ',';
    return true;
  }
  void skip_comment() {
    for (int depth = 1; at_ < text_.size() && depth > 0; ++at_) depth += text_[at_] == '(' ? 1 : text_[at_] == ')' ? -1 : 0;
  }
  int number() {
    uint32_t n = 0;  // goes around, as on the JVM
    while (is_digit()) n = n * 10 + static_cast<uint32_t>(text_[at_++] - '0');
    return static_cast<int>(n);
  }
  static bool set_first(std::optional<int>& field, int n) {
    if (field) return false;
    field = n;
    return true;
  }
  bool take_number() {
    int n = number();
    auto next = static_cast<unsigned char>(at_ < text_.size() ? text_[at_] : '\0');
    char before = std::exchange(before_, '\0');
    if (before == '+' || (before == '-' && year_)) return take_offset(n, before == '+');
    if (n >= 70) {
      if (next > ' ' && next != ',' && next != '/') return false;
      return set_first(year_, n);
    }
    if (next == ':') return hour_ ? set_first(minute_, n) : set_first(hour_, n);
    if (next == '/') return month_ ? set_first(day_, n) : set_first(month_, n - 1);
    if (next > ' ' && next != ',' && next != '-') return false;
    if (hour_ && !minute_) return set_first(minute_, n);
    if (minute_ && !second_) return set_first(second_, n);
    if (!day_) return set_first(day_, n);
    return month_ && set_first(year_, n);
  }
  bool take_offset(int n, bool ahead) {
    n = n < 24 ? n * 60 : n % 100 + n / 100 * 60;
    if (zone_.value_or(0) != 0) return false;
    zone_ = ahead ? -n : n;
    return true;
  }
  bool take_word() {
    size_t start = at_;
    std::string word;
    for (; is_letter(); ++at_) word += static_cast<char>(text_[at_] | 0x20);
    before_ = '\0';
    if (at_ - start < 2) return false;
    for (size_t i = std::size(kDateWords); i-- > 0;) {
      if (std::string_view(kDateWords[i].text).starts_with(word)) return take_known(kDateWords[i]);
    }
    return false;
  }
  bool take_known(const DateWord& word) {
    switch (word.kind) {
      case DateWord::kMorning:
      case DateWord::kAfternoon: {
        if (!hour_ || *hour_ < 1 || *hour_ > 12) return false;
        hour_ = *hour_ % 12 + (word.kind == DateWord::kAfternoon ? 12 : 0);
        return true;
      }
      case DateWord::kWeekday: return true;
      case DateWord::kMonth: return set_first(month_, word.value);
      case DateWord::kZone: zone_ = word.value; return true;
    }
    return false;
  }

  std::string text_;
  size_t at_ = 0;
  char before_ = '\0';  // the sign before a number
  std::optional<int> year_, month_, day_, hour_, minute_, second_, zone_;
};

int64_t parse_date(Value text) {
  auto millis = text.is_nil() ? std::nullopt : DateText(to_utf8(string_arg(text))).parse();
  if (!millis) throw_error(Error::kIllegalArgument);
  return *millis;
}

int64_t millis(Value v) { return object_arg<Inst>(v, "java.util.Date")->millis; }

}  // namespace

CLJ_FN(date_new) {
  if (count == 1) {
    if (is_string(args[0]) || args[0].is_nil()) return make_inst(parse_date(args[0]));
    require_constructor_argument(is_int(args[0]), "java.util.Date");
    return make_inst(to_long(args[0]));
  }
  auto now = std::chrono::system_clock::now().time_since_epoch();
  return make_inst(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}
CLJ_FN(date_parse) { return make_long(parse_date(args[0])); }
CLJ_FN(date_get_time) { return make_long(millis(args[0])); }
CLJ_FN(date_set_time) {
  object_arg<Inst>(args[0], "java.util.Date")->millis = to_long(args[1]);
  return Value::nil();
}
CLJ_FN(date_clone) { return make_inst(millis(args[0])); }
CLJ_FN(date_before) { return boolean(millis(args[0]) < millis(args[1])); }
CLJ_FN(date_after) { return boolean(millis(args[0]) > millis(args[1])); }

}  // namespace clj::builtins::host
