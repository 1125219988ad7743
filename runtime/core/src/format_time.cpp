// %tX: dates and times, in English. Every conversion follows from a few parts of a moment; who knows those is asked for
// them one by one, as a date without a time has some of them only.
#include <cstdio>
#include <ctime>
#include <string_view>

#include "clj/core/math.h"
#include "format_spec.h"

namespace clj::formatting {

namespace {

constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
constexpr const char* kDays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

std::string padded(int64_t n, int width) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%0*lld", width, static_cast<long long>(n));
  return buffer;
}

// "+0130".
std::string zone_offset(int64_t seconds) {
  int64_t minutes = seconds / 60, magnitude = minutes < 0 ? -minutes : minutes;
  return (minutes < 0 ? "-" : "+") + padded(magnitude / 60 * 100 + magnitude % 60, 4);
}

int64_t hour12(int64_t hour) { return hour % 12 == 0 ? 12 : hour % 12; }

}  // namespace

LocalMoment::LocalMoment(int64_t millis)
    : seconds_(math::floor_div(millis, 1000)), nanos_(math::floor_mod(millis, 1000) * 1'000'000) {
  localtime_r(&seconds_, &fields_);
}

int64_t LocalMoment::number(Part part, char conversion) {
  switch (part) {
    case Part::kHour: return fields_.tm_hour;
    case Part::kMinute: return fields_.tm_min;
    case Part::kSecond: return fields_.tm_sec;
    case Part::kNano: return nanos_;
    // %ts is a quotient of milliseconds, towards zero.
    case Part::kEpochSecond: return seconds_ + (conversion == 's' && seconds_ < 0 && nanos_ > 0);
    case Part::kYear: return fields_.tm_year + int64_t{1900};
    case Part::kMonth: return fields_.tm_mon + 1;
    case Part::kDay: return fields_.tm_mday;
    case Part::kDayOfYear: return fields_.tm_yday + 1;
    case Part::kDayOfWeek: return fields_.tm_wday == 0 ? 7 : fields_.tm_wday;
    default: return fields_.tm_gmtoff;
  }
}

std::string LocalMoment::zone() { return fields_.tm_zone && fields_.tm_zone[0] ? fields_.tm_zone : "UTC"; }

std::string time_field(char conversion, Moment& moment) {
  auto number = [&](Part part) { return moment.number(part, conversion); };
  // The first conversion that the moment has no part for is the one that is refused.
  auto all = [&](std::string_view conversions, const char* between) {
    std::string text;
    for (char c : conversions) text += (text.empty() ? "" : between) + time_field(c, moment);
    return text;
  };
  auto month = [&] { return std::string(kMonths[number(Part::kMonth) - 1]); };
  auto day = [&] { return std::string(kDays[number(Part::kDayOfWeek) % 7]); };
  switch (conversion) {
    case 'H': return padded(number(Part::kHour), 2);
    case 'I': return padded(hour12(number(Part::kHour)), 2);
    case 'k': return padded(number(Part::kHour), 1);
    case 'l': return padded(hour12(number(Part::kHour)), 1);
    case 'M': return padded(number(Part::kMinute), 2);
    case 'S': return padded(number(Part::kSecond), 2);
    case 'L': return padded(number(Part::kNano) / 1'000'000, 3);
    case 'N': return padded(number(Part::kNano), 9);
    case 'p': return number(Part::kHour) < 12 ? "am" : "pm";
    case 'z': return zone_offset(number(Part::kOffset));
    case 'Z': return moment.zone();
    case 's': return std::to_string(number(Part::kEpochSecond));
    case 'Q': return std::to_string(number(Part::kEpochSecond) * 1000 + number(Part::kNano) / 1'000'000);
    case 'B': return month();
    case 'b':
    case 'h': return month().substr(0, 3);
    case 'A': return day();
    case 'a': return day().substr(0, 3);
    case 'C': return padded(number(Part::kYear) / 100, 2);
    case 'Y': return padded(number(Part::kYear), 4);
    case 'y': return padded(number(Part::kYear) % 100, 2);
    case 'j': return padded(number(Part::kDayOfYear), 3);
    case 'm': return padded(number(Part::kMonth), 2);
    case 'd': return padded(number(Part::kDay), 2);
    case 'e': return padded(number(Part::kDay), 1);
    case 'R': return all("HM", ":");
    case 'T': return all("RS", ":");
    case 'r': {
      std::string time = all("IMS", ":");
      return time + (number(Part::kHour) < 12 ? " AM" : " PM");
    }
    case 'D': return all("mdy", "/");
    case 'F': return all("Ymd", "-");
    default: return all("abdTZY", " ");  // 'c'
  }
}

}  // namespace clj::formatting
