// %tX: dates and times, in English and the local time zone.
#include <cstdio>
#include <ctime>

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
std::string zone_offset(const tm& t) {
  long minutes = t.tm_gmtoff / 60, magnitude = minutes < 0 ? -minutes : minutes;
  return (minutes < 0 ? "-" : "+") + padded(magnitude / 60 * 100 + magnitude % 60, 4);
}

}  // namespace

std::string time_field(char conversion, int64_t millis) {
  time_t seconds = math::floor_div(millis, 1000);
  int64_t milli = math::floor_mod(millis, 1000);
  tm t{};
  localtime_r(&seconds, &t);
  int hour12 = t.tm_hour % 12 == 0 ? 12 : t.tm_hour % 12;
  int64_t year = t.tm_year + int64_t{1900};
  std::string month = kMonths[t.tm_mon], day = kDays[t.tm_wday];
  auto part = [&](char c) { return time_field(c, millis); };
  switch (conversion) {
    case 'H': return padded(t.tm_hour, 2);
    case 'I': return padded(hour12, 2);
    case 'k': return padded(t.tm_hour, 1);
    case 'l': return padded(hour12, 1);
    case 'M': return padded(t.tm_min, 2);
    case 'S': return padded(t.tm_sec, 2);
    case 'L': return padded(milli, 3);
    case 'N': return padded(milli * 1'000'000, 9);
    case 'p': return t.tm_hour < 12 ? "am" : "pm";
    case 'z': return zone_offset(t);
    case 'Z': return t.tm_zone && t.tm_zone[0] ? t.tm_zone : "UTC";
    case 's': return std::to_string(seconds);
    case 'Q': return std::to_string(millis);
    case 'B': return month;
    case 'b':
    case 'h': return month.substr(0, 3);
    case 'A': return day;
    case 'a': return day.substr(0, 3);
    case 'C': return padded(year / 100, 2);
    case 'Y': return padded(year, 4);
    case 'y': return padded(year % 100, 2);
    case 'j': return padded(t.tm_yday + 1, 3);
    case 'm': return padded(t.tm_mon + 1, 2);
    case 'd': return padded(t.tm_mday, 2);
    case 'e': return padded(t.tm_mday, 1);
    case 'R': return part('H') + ":" + part('M');
    case 'T': return part('R') + ":" + part('S');
    case 'r': return part('I') + ":" + part('M') + ":" + part('S') + (t.tm_hour < 12 ? " AM" : " PM");
    case 'D': return part('m') + "/" + part('d') + "/" + part('y');
    case 'F': return part('Y') + "-" + part('m') + "-" + part('d');
    default:  // 'c'
      return part('a') + " " + part('b') + " " + part('d') + " " + part('T') + " " + part('Z') + " " + part('Y');
  }
}

}  // namespace clj::formatting
