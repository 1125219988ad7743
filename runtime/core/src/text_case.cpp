#include "clj/core/text_case.h"

#include <utf8proc.h>

namespace clj {

namespace {

// Characters whose upper case is more than one character (Unicode's SpecialCasing).
struct Special {
  char16_t from;
  const char16_t* to;
};
constexpr Special kUpper[] = {
    {0x00DF, u"SS"},       {0x0149, u"\u02BCN"},        {0x01F0, u"J\u030C"},        {0x0390, u"\u0399\u0308\u0301"},
    {0x03B0, u"\u03A5\u0308\u0301"}, {0x0587, u"\u0535\u0552"}, {0x1E96, u"H\u0331"}, {0x1E97, u"T\u0308"},
    {0x1E98, u"W\u030A"},  {0x1E99, u"Y\u030A"},        {0x1E9A, u"A\u02BE"},        {0xFB00, u"FF"},
    {0xFB01, u"FI"},       {0xFB02, u"FL"},             {0xFB03, u"FFI"},            {0xFB04, u"FFL"},
    {0xFB05, u"ST"},       {0xFB06, u"ST"},             {0xFB13, u"\u0544\u0546"},   {0xFB14, u"\u0544\u0535"},
    {0xFB15, u"\u0544\u053B"}, {0xFB16, u"\u054E\u0546"}, {0xFB17, u"\u0544\u053D"}};

bool is_ascii(const String* text) {
  if (text->is_utf16()) return false;
  for (uint32_t i = 0; i < text->length; ++i)
    if (text->latin1()[i] >= 0x80) return false;
  return true;
}

// An ASCII text with [low, low+26) moved by `delta`; the text itself when nothing changes.
Value shift_ascii(const String* text, uint8_t low, int delta) {
  uint32_t first = 0;
  auto matches = [&](uint8_t c) { return static_cast<uint8_t>(c - low) < 26; };
  while (first < text->length && !matches(text->latin1()[first])) ++first;
  if (first == text->length) return Value::object(text);
  std::string changed(reinterpret_cast<const char*>(text->latin1()), text->length);
  for (size_t i = first; i < changed.size(); ++i)
    if (matches(static_cast<uint8_t>(changed[i]))) changed[i] = static_cast<char>(changed[i] + delta);
  return make_string_latin1(reinterpret_cast<const uint8_t*>(changed.data()), changed.size());
}

uint32_t code_point_at(const String* text, uint32_t i, uint32_t* length) {
  char16_t unit = text->char_at(i);
  *length = 1;
  if (unit >= 0xD800 && unit < 0xDC00 && i + 1 < text->length) {
    char16_t low = text->char_at(i + 1);
    if (low >= 0xDC00 && low < 0xE000) {
      *length = 2;
      return 0x10000 + (uint32_t{unit} - 0xD800) * 0x400 + (low - 0xDC00);
    }
  }
  return unit;
}

bool is_letter(const String* text, int64_t i) {
  if (i < 0 || i >= text->length) return false;
  auto category = utf8proc_category(text->char_at(static_cast<uint32_t>(i)));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LT;
}

}  // namespace

Value upper_case(const String* text) {
  if (is_ascii(text)) return shift_ascii(text, 'a', -32);
  StringBuffer out;
  for (uint32_t i = 0, length = 0; i < text->length; i += length) {
    uint32_t c = code_point_at(text, i, &length);
    const char16_t* special = nullptr;
    for (const Special& row : kUpper)
      if (row.from == c) special = row.to;
    if (special) {
      for (; *special; ++special) out.append_unit(*special);
    } else if (c >= 0xD800 && c < 0xE000) {
      out.append_unit(static_cast<char16_t>(c));
    } else {
      out.append_code_point(static_cast<uint32_t>(utf8proc_toupper(static_cast<int32_t>(c))));
    }
  }
  return out.to_string();
}

Value lower_case(const String* text) {
  if (is_ascii(text)) return shift_ascii(text, 'A', 32);
  StringBuffer out;
  for (uint32_t i = 0, length = 0; i < text->length; i += length) {
    uint32_t c = code_point_at(text, i, &length);
    if (c == 0x130) {
      out.append_unit(u'i');
      out.append_unit(0x307);
    } else if (c == 0x3A3) {  // a sigma that ends a word
      out.append_unit(is_letter(text, int64_t{i} - 1) && !is_letter(text, int64_t{i} + 1) ? 0x3C2 : 0x3C3);
    } else if (c >= 0xD800 && c < 0xE000) {
      out.append_unit(static_cast<char16_t>(c));
    } else {
      out.append_code_point(static_cast<uint32_t>(utf8proc_tolower(static_cast<int32_t>(c))));
    }
  }
  return out.to_string();
}

}  // namespace clj
