// Strings, symbols and keywords.
//
// A String is immutable, Latin-1 or UTF-16 as the JVM's compact strings; length and index are
// in UTF-16 code units. UTF-8 only at the edges. A Symbol is two strings and metadata; a
// Keyword wraps a Symbol and is interned: equal keywords are the same object.
//
// Threads  Immutable; the intern table has its own lock.
#pragma once
#include <string>
#include <string_view>

#include "clj/value/object.h"

namespace clj {

// aux caches Java's String.hashCode (0: not yet computed).
struct String : Object {
  static constexpr Kind kKind = Kind::kString;
  static constexpr uint16_t kSlots = 0;
  static constexpr uint8_t kUtf16 = kFlagA;
  uint32_t length;  // UTF-16 code units

  bool is_utf16() const { return has_flag(kUtf16); }
  const uint8_t* latin1() const { return reinterpret_cast<const uint8_t*>(this + 1); }
  const char16_t* utf16() const { return reinterpret_cast<const char16_t*>(this + 1); }
  uint8_t* latin1() { return reinterpret_cast<uint8_t*>(this + 1); }
  char16_t* utf16() { return reinterpret_cast<char16_t*>(this + 1); }
  char16_t char_at(uint32_t i) const { return is_utf16() ? utf16()[i] : latin1()[i]; }
};

// From UTF-8; ill-formed sequences become U+FFFD. The empty string is one object, as programs
// that ask (identical? s "") expect.
Value make_string(std::string_view utf8);
Value make_string_latin1(const uint8_t* chars, size_t length);
// Narrows to Latin-1 where every unit fits (all equal strings have one representation).
Value make_string_utf16(const char16_t* units, size_t length);
// Lone surrogates become '?', as Java's encoder does.
std::string to_utf8(const String* string);
std::string to_utf8(Value string);
uint32_t java_hash(const String* string);
bool equal(const String* a, const String* b);
int compare(const String* a, const String* b);  // Java's compareTo: difference of units or lengths
// StringIndexOutOfBoundsException; the JVM's words differ with the string's representation.
[[noreturn]] void throw_string_index(const String* string, int64_t index);
Value substring(const String* string, uint32_t from, uint32_t to);
Value concat(const String* a, const String* b);
// -1 when absent.
int64_t index_of(const String* haystack, const String* needle, int64_t from);
int64_t last_index_of(const String* haystack, const String* needle, int64_t from);

// Builds a String piecemeal; C++ memory, no Values.
class StringBuffer {
 public:
  void append(std::string_view ascii_or_utf8);
  void append(const String* string);
  void append(const String* string, uint32_t from, uint32_t to);
  void append(const char16_t* units, size_t n);
  void append_unit(char16_t unit);
  void append_code_point(uint32_t code_point);
  size_t length() const;
  Value to_string() const;
  std::string to_utf8() const;

 private:
  std::string narrow_;     // Latin-1 while every unit fits
  std::u16string wide_;
  bool is_wide_ = false;
  void widen();
};

// aux caches Clojure's hasheq.
struct Symbol : Object {
  static constexpr Kind kKind = Kind::kSymbol;
  static constexpr uint16_t kSlots = 3;
  Value ns;    // String or nil
  Value name;  // String
  Value meta;
};
Value make_symbol(std::string_view ns_or_empty, std::string_view name);
Value make_symbol(Value ns_string_or_nil, Value name_string);
// Splits at the first '/' unless the whole is "/", as Symbol.intern(String).
Value parse_symbol(Value string);
bool equal(const Symbol* a, const Symbol* b);
int compare(const Symbol* a, const Symbol* b);  // no namespace first, then namespace, then name
uint32_t hash_eq(const Symbol* symbol);
uint32_t java_hash(const Symbol* symbol);
std::string symbol_text(Value symbol);  // "ns/name", UTF-8

// aux caches hasheq.
struct Keyword : Object {
  static constexpr Kind kKind = Kind::kKeyword;
  static constexpr uint16_t kSlots = 1;
  Value symbol;  // without metadata
};
Value make_keyword(std::string_view ns_or_empty, std::string_view name);
Value make_keyword(Value symbol);
Value find_keyword(Value symbol);  // nil when not interned yet
// Makes these the keywords that are interned. No other thread may run.
void replace_keyword_table(const Value* keywords, size_t count);
// Every keyword interned so far.
void for_each_keyword(void (*visit)(void* context, Value keyword), void* context);
int compare(const Keyword* a, const Keyword* b);
uint32_t hash_eq(const Keyword* keyword);
uint32_t java_hash(const Keyword* keyword);

// The one String of this text among those that are interned, which are kept for ever: what String.intern was asked for, and
// the literals of programs, up to some ten thousand. The literals of the boot image are not among them.
Value intern_string(Value string);
Value intern_literal(Value string);

inline const String* as_string(Value v) { return static_cast<const String*>(v.as_object()); }
inline bool is_string(Value v) { return is_kind(v, Kind::kString); }
inline bool is_symbol(Value v) { return is_kind(v, Kind::kSymbol); }
inline bool is_keyword(Value v) { return is_kind(v, Kind::kKeyword); }

}  // namespace clj
