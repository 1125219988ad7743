// One % specifier of a format string, parsed and checked.
#pragma once
#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

#include "clj/core/error.h"
#include "clj/core/text.h"

namespace clj::formatting {

enum Flag : uint8_t {
  kLeft = 1, kAlternate = 2, kPlus = 4, kSpace = 8, kZero = 16, kGroup = 32, kParentheses = 64, kPrevious = 128
};

// Where the argument comes from; positive numbers are explicit indices.
constexpr int kOrdinary = 0, kRelative = -1, kNoArgument = -2;

struct Spec {
  uint32_t literal_from = 0, literal_to = 0;  // format text that precedes the specifier
  uint8_t flags = 0;
  int index = kOrdinary;
  int width = -1, precision = -1;
  char conversion = 0;  // lower case; 0: nothing follows the literal
  char time = 0;        // of conversion 't': the letter after it
  bool upper = false;

  bool has(uint8_t flag) const { return (flags & flag) != 0; }
};

// Throws the IllegalFormatExceptions of the text itself.
std::vector<Spec> parse(const String* format);
// "%-5d", as exceptions quote it.
std::string spec_text(const Spec& spec);
std::string flags_text(uint8_t flags);

// A number's text with sign, prefix ("0x"), grouping, zero padding and exponent suffix; not
// yet padded with spaces.
std::string number_field(const Spec& spec, bool negative, std::string body, const std::string& prefix = "",
                         const std::string& suffix = "");
// The texts of %e %f %g %a: `v` is a double, Float or BigDecimal.
std::string float_field(const Spec& spec, Value v);

// What the conversions %tX consist of. The letter is what java.time.temporal.TemporalAccessor's `time-part` gets
// (stdlib/clojure/host/time/parts.clj).
enum class Part : char {
  kHour = 'H', kMinute = 'M', kSecond = 'S', kNano = 'N', kEpochSecond = 's', kYear = 'Y', kMonth = 'm', kDay = 'd',
  kDayOfYear = 'j', kDayOfWeek = 'A', kOffset = 'z', kZone = 'Z'
};

// A point in time, or as much of one as a date or a time has.
class Moment {
 public:
  virtual ~Moment() = default;
  // Throws IllegalFormatConversionException for that conversion where it has no such part.
  virtual int64_t number(Part part, char conversion) = 0;
  virtual std::string zone() = 0;
};

// A point in time, in the local time zone.
class LocalMoment final : public Moment {
 public:
  explicit LocalMoment(int64_t millis);
  int64_t number(Part part, char conversion) override;
  std::string zone() override;

 private:
  time_t seconds_;
  int64_t nanos_;
  tm fields_{};
};

// The text of %tX.
std::string time_field(char conversion, Moment& moment);

}  // namespace clj::formatting
