#include "clj/core/instant.h"

#include <cstdio>
#include <ctime>
#include <string_view>

#include "clj/core/error.h"
#include "clj/core/text.h"
#include "clj/gc/heap.h"

namespace clj {

Value make_inst(int64_t millis) {
  auto* inst = gc::make<Inst>();
  inst->millis = millis;
  return Value::object(inst);
}

namespace {

constexpr int64_t kDayMillis = 86'400'000;
constexpr int64_t kGregorianFirstDay = -141'427;  // 1582-10-15 in days since 1970

bool is_leap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int month, bool leap) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[month - 1] + (leap && month == 2);
}

int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); }

// Years start in March, so that the leap day is a year's last.
int64_t days_before_year(int64_t march_year, bool gregorian) {
  int64_t days = 365 * march_year + floor_div(march_year, 4);
  return gregorian ? days - floor_div(march_year, 100) + floor_div(march_year, 400) : days - 2;
}
constexpr int64_t kEpochOffset = 719'468;  // days from 0000-03-01 (Gregorian) to 1970-01-01

int64_t days_from_date(int64_t year, int month, int day) {
  bool gregorian = year > 1582 || (year == 1582 && (month > 10 || (month == 10 && day >= 15)));
  int64_t march_year = month <= 2 ? year - 1 : year;
  int march_month = (month + 9) % 12;
  return days_before_year(march_year, gregorian) + (153 * march_month + 2) / 5 + day - 1 - kEpochOffset;
}

struct Date {
  int64_t year;
  int month, day;
};

Date date_from_days(int64_t days) {
  bool gregorian = days >= kGregorianFirstDay;
  int64_t since = days + kEpochOffset;
  int64_t year = gregorian ? floor_div(since * 400, 146'097) : floor_div((since + 2) * 4, 1461);
  while (days_before_year(year, gregorian) > since) --year;
  while (days_before_year(year + 1, gregorian) <= since) ++year;
  auto day_of_year = static_cast<int>(since - days_before_year(year, gregorian));
  int march_month = (5 * day_of_year + 2) / 153;
  int month = march_month < 10 ? march_month + 3 : march_month - 9;
  return {month <= 2 ? year + 1 : year, month, day_of_year - (153 * march_month + 2) / 5 + 1};
}

// Reads the text of a literal piece by piece.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}
  bool done() const { return at_ == text_.size(); }
  bool take(char c) {
    if (done() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take_digits(int count, int& out) {
    out = 0;
    for (int i = 0; i < count; ++i, ++at_) {
      if (done() || text_[at_] < '0' || text_[at_] > '9') return false;
      out = out * 10 + (text_[at_] - '0');
    }
    return true;
  }
  // Digits of a fraction; the first three count.
  bool take_fraction_millis(int& out) {
    int digits = 0;
    out = 0;
    for (; !done() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_, ++digits) {
      if (digits < 3) out = out * 10 + (text_[at_] - '0');
    }
    for (int i = digits; i < 3; ++i) out *= 10;
    return digits > 0;
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

struct Parts {
  int year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0, millis = 0;
  int offset_sign = 0, offset_hours = 0, offset_minutes = 0;
};

bool scan_time(Scanner& in, Parts& p) {
  if (!in.take_digits(2, p.hours)) return false;
  if (!in.take(':')) return true;
  if (!in.take_digits(2, p.minutes)) return false;
  if (!in.take(':')) return true;
  if (!in.take_digits(2, p.seconds)) return false;
  return !in.take('.') || in.take_fraction_millis(p.millis);
}

// A '-' after the year, month or time starts an offset when no field of two digits that ends
// or goes on as a date follows; trying the field first and the offset next is the grammar.
bool scan_offset(Scanner& in, Parts& p) {
  if (in.done()) return true;
  if (in.take('Z')) return in.done();
  p.offset_sign = in.take('-') ? -1 : in.take('+') ? 1 : 0;
  return p.offset_sign && in.take_digits(2, p.offset_hours) && in.take(':') && in.take_digits(2, p.offset_minutes) &&
         in.done();
}

// `depth` date fields after the year, then a time if `has_time`.
bool scan(std::string_view text, int depth, bool has_time, Parts& p) {
  p = Parts();
  Scanner in(text);
  if (!in.take_digits(4, p.year)) return false;
  if (depth > 0 && !(in.take('-') && in.take_digits(2, p.month))) return false;
  if (depth > 1 && !(in.take('-') && in.take_digits(2, p.day))) return false;
  if (has_time && !(in.take('T') && scan_time(in, p))) return false;
  return scan_offset(in, p);
}

void require(bool holds, const char* what) {
  if (!holds) throw_errorf(Error::kRuntimeException, "failed: %s", what);
}

}  // namespace

Value read_instant(Value form) {
  if (!is_string(form)) throw_class_cast(form, "java.lang.CharSequence");
  return parse_instant(form);
}

Value parse_instant(Value string) {
  std::string text = to_utf8(string);
  Parts p;
  if (!scan(text, 2, true, p) && !scan(text, 2, false, p) && !scan(text, 1, false, p) && !scan(text, 0, false, p))
    throw_error(Error::kRuntimeException, "Unrecognized date/time syntax: " + text);
  require(p.month >= 1 && p.month <= 12, "(<= 1 months 12)");
  require(p.day >= 1 && p.day <= days_in_month(p.month, is_leap(p.year)),
          "(<= 1 days (days-in-month months (leap-year? years)))");
  require(p.hours <= 23, "(<= 0 hours 23)");
  require(p.minutes <= 59, "(<= 0 minutes 59)");
  require(p.seconds <= (p.minutes == 59 ? 60 : 59), "(<= 0 seconds (if (= minutes 59) 60 59))");
  require(p.offset_hours <= 23, "(<= 0 offset-hours 23)");
  require(p.offset_minutes <= 59, "(<= 0 offset-minutes 59)");
  int64_t seconds = p.hours * 3600 + p.minutes * 60 + p.seconds;
  seconds -= p.offset_sign * (p.offset_hours * 3600 + p.offset_minutes * 60);
  return make_inst(days_from_date(p.year, p.month, p.day) * kDayMillis + seconds * 1000 + p.millis);
}

std::string instant_text(const Inst* inst) {
  int64_t days = floor_div(inst->millis, kDayMillis);
  auto millis = static_cast<int>(inst->millis - days * kDayMillis);
  Date date = date_from_days(days);
  int64_t year_of_era = date.year > 0 ? date.year : 1 - date.year;
  char text[80];
  snprintf(text, sizeof text, "%04lld-%02d-%02dT%02d:%02d:%02d.%03d-00:00", static_cast<long long>(year_of_era),
           date.month, date.day, millis / 3'600'000, millis / 60'000 % 60, millis / 1000 % 60, millis % 1000);
  return text;
}

}  // namespace clj
