// The names in \p{…}: POSIX classes, java.lang.Character methods, categories, scripts, blocks.
#include <algorithm>
#include <string_view>

#include "translate.h"

namespace clj::regex {

namespace {

struct Named {
  std::string_view name;
  const char16_t* body;
};

constexpr Named kPosix[] = {
    {"Lower", u"a-z"}, {"Upper", u"A-Z"}, {"ASCII", u"\\x{00}-\\x{7f}"}, {"Alpha", u"a-zA-Z"}, {"Digit", u"0-9"},
    {"Alnum", u"a-zA-Z0-9"}, {"Punct", u"!-\\/:-@\\[-`{-~"}, {"Graph", u"!-~"}, {"Print", u"\\x{20}-~"},
    {"Blank", u"\\x{20}\\t"}, {"Cntrl", u"\\x{00}-\\x{1f}\\x{7f}"}, {"XDigit", u"0-9a-fA-F"},
    {"Space", u"\\x{20}\\t-\\r"}};

// The same names under (?U).
constexpr Named kUnicodePosix[] = {
    {"Lower", u"\\p{Lowercase}"}, {"Upper", u"\\p{Uppercase}"}, {"Alpha", u"\\p{Alphabetic}"}, {"Digit", u"\\p{Nd}"},
    {"Alnum", u"\\p{Alphabetic}\\p{Nd}"}, {"Punct", u"\\p{P}"}, {"Graph", u"\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Cf}\\p{Co}"},
    {"Print", u"\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Cf}\\p{Co}\\p{Zs}"}, {"Blank", u"\\p{Zs}\\t"}, {"Cntrl", u"\\p{Cc}"},
    {"XDigit", u"\\p{Nd}\\p{Hex_Digit}"}, {"Space", u"\\p{White_Space}"}};

constexpr Named kJava[] = {
    {"javaLowerCase", u"\\p{Lowercase}"}, {"javaUpperCase", u"\\p{Uppercase}"}, {"javaTitleCase", u"\\p{Lt}"},
    {"javaAlphabetic", u"\\p{Alphabetic}"}, {"javaIdeographic", u"\\p{Ideographic}"}, {"javaDigit", u"\\p{Nd}"},
    {"javaDefined", u"\\P{Cn}"}, {"javaLetter", u"\\p{L}"}, {"javaLetterOrDigit", u"\\p{L}\\p{Nd}"},
    {"javaJavaIdentifierStart", u"\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}"},
    {"javaJavaIdentifierPart", u"\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Cf}\\x{00}-\\x{08}\\x{0e}-\\x{1b}\\x{7f}-\\x{9f}"},
    {"javaUnicodeIdentifierStart", u"\\p{L}\\p{Nl}"},
    {"javaUnicodeIdentifierPart", u"\\p{L}\\p{Nl}\\p{Pc}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Cf}"}, {"javaSpaceChar", u"\\p{Z}"},
    {"javaWhitespace", u"\\t-\\r\\x{1c}-\\x{20}\\x{1680}\\x{2000}-\\x{2006}\\x{2008}-\\x{200a}\\x{2028}\\x{2029}\\x{205f}\\x{3000}"},
    {"javaISOControl", u"\\x{00}-\\x{1f}\\x{7f}-\\x{9f}"}, {"javaMirrored", u"\\p{Bidi_Mirrored}"}};

// \p{IsX}, X in upper case.
constexpr Named kBinary[] = {
    {"ALPHABETIC", u"\\p{Alphabetic}"}, {"LETTER", u"\\p{L}"}, {"IDEOGRAPHIC", u"\\p{Ideographic}"},
    {"LOWERCASE", u"\\p{Lowercase}"}, {"UPPERCASE", u"\\p{Uppercase}"}, {"TITLECASE", u"\\p{Lt}"},
    {"PUNCTUATION", u"\\p{P}"}, {"CONTROL", u"\\p{Cc}"}, {"WHITESPACE", u"\\p{White_Space}"},
    {"WHITE_SPACE", u"\\p{White_Space}"}, {"DIGIT", u"\\p{Nd}"}, {"HEXDIGIT", u"\\p{Nd}\\p{Hex_Digit}"},
    {"HEX_DIGIT", u"\\p{Nd}\\p{Hex_Digit}"}, {"JOINCONTROL", u"\\x{200c}\\x{200d}"}, {"JOIN_CONTROL", u"\\x{200c}\\x{200d}"},
    {"NONCHARACTERCODEPOINT", u"\\x{fdd0}-\\x{fdef}\\x{fffe}\\x{ffff}"},
    {"NONCHARACTER_CODE_POINT", u"\\x{fdd0}-\\x{fdef}\\x{fffe}\\x{ffff}"}, {"ASSIGNED", u"\\P{Cn}"}, {"ALNUM", u"\\p{Alphabetic}\\p{Nd}"}};

constexpr std::string_view kCategories[] = {"L",  "Lu", "Ll", "Lt", "Lm", "Lo", "M",  "Mn", "Me", "Mc", "N",  "Nd", "Nl",
                                            "No", "Z",  "Zs", "Zl", "Zp", "C",  "Cc", "Cf", "Co", "Cs", "Cn", "P",  "Pd",
                                            "Ps", "Pe", "Pc", "Po", "Pi", "Pf", "S",  "Sm", "Sc", "Sk", "So"};

constexpr std::string_view kScripts[] = {
    "Common",     "Latin",     "Greek",    "Cyrillic",  "Armenian", "Hebrew",   "Arabic",   "Syriac",   "Thaana",
    "Devanagari", "Bengali",   "Gurmukhi", "Gujarati",  "Oriya",    "Tamil",    "Telugu",   "Kannada",  "Malayalam",
    "Sinhala",    "Thai",      "Lao",      "Tibetan",   "Myanmar",  "Georgian", "Hangul",   "Ethiopic", "Cherokee",
    "Canadian_Aboriginal", "Ogham", "Runic", "Khmer",   "Mongolian", "Hiragana", "Katakana", "Bopomofo", "Han",
    "Yi",         "Old_Italic", "Gothic",  "Deseret",   "Inherited", "Tagalog", "Hanunoo",  "Buhid",    "Tagbanwa",
    "Limbu",      "Tai_Le",    "Linear_B", "Ugaritic",  "Shavian",  "Osmanya",  "Cypriot",  "Braille",  "Coptic"};

// Blocks by name without spaces, hyphens and underscores, in lower case.
constexpr Named kBlocks[] = {
    {"basiclatin", u"\\x{00}-\\x{7f}"}, {"latin1supplement", u"\\x{80}-\\x{ff}"}, {"latinextendeda", u"\\x{100}-\\x{17f}"},
    {"latinextendedb", u"\\x{180}-\\x{24f}"}, {"ipaextensions", u"\\x{250}-\\x{2af}"},
    {"spacingmodifierletters", u"\\x{2b0}-\\x{2ff}"}, {"combiningdiacriticalmarks", u"\\x{300}-\\x{36f}"},
    {"greek", u"\\x{370}-\\x{3ff}"}, {"greekandcoptic", u"\\x{370}-\\x{3ff}"}, {"cyrillic", u"\\x{400}-\\x{4ff}"},
    {"cyrillicsupplementary", u"\\x{500}-\\x{52f}"}, {"armenian", u"\\x{530}-\\x{58f}"}, {"hebrew", u"\\x{590}-\\x{5ff}"},
    {"arabic", u"\\x{600}-\\x{6ff}"}, {"devanagari", u"\\x{900}-\\x{97f}"}, {"bengali", u"\\x{980}-\\x{9ff}"},
    {"thai", u"\\x{e00}-\\x{e7f}"}, {"hanguljamo", u"\\x{1100}-\\x{11ff}"},
    {"latinextendedadditional", u"\\x{1e00}-\\x{1eff}"}, {"greekextended", u"\\x{1f00}-\\x{1fff}"},
    {"generalpunctuation", u"\\x{2000}-\\x{206f}"}, {"superscriptsandsubscripts", u"\\x{2070}-\\x{209f}"},
    {"currencysymbols", u"\\x{20a0}-\\x{20cf}"}, {"letterlikesymbols", u"\\x{2100}-\\x{214f}"},
    {"numberforms", u"\\x{2150}-\\x{218f}"}, {"arrows", u"\\x{2190}-\\x{21ff}"},
    {"mathematicaloperators", u"\\x{2200}-\\x{22ff}"}, {"miscellaneoustechnical", u"\\x{2300}-\\x{23ff}"},
    {"boxdrawing", u"\\x{2500}-\\x{257f}"}, {"blockelements", u"\\x{2580}-\\x{259f}"},
    {"geometricshapes", u"\\x{25a0}-\\x{25ff}"}, {"miscellaneoussymbols", u"\\x{2600}-\\x{26ff}"},
    {"dingbats", u"\\x{2700}-\\x{27bf}"}, {"braillepatterns", u"\\x{2800}-\\x{28ff}"},
    {"cjksymbolsandpunctuation", u"\\x{3000}-\\x{303f}"}, {"hiragana", u"\\x{3040}-\\x{309f}"},
    {"katakana", u"\\x{30a0}-\\x{30ff}"}, {"bopomofo", u"\\x{3100}-\\x{312f}"},
    {"cjkunifiedideographsextensiona", u"\\x{3400}-\\x{4dbf}"}, {"cjkunifiedideographs", u"\\x{4e00}-\\x{9fff}"},
    {"hangulsyllables", u"\\x{ac00}-\\x{d7af}"}, {"privateusearea", u"\\x{e000}-\\x{f8ff}"},
    {"cjkcompatibilityideographs", u"\\x{f900}-\\x{faff}"}, {"alphabeticpresentationforms", u"\\x{fb00}-\\x{fb4f}"},
    {"halfwidthandfullwidthforms", u"\\x{ff00}-\\x{ffef}"}, {"specials", u"\\x{fff0}-\\x{ffff}"}};

template <size_t n>
bool lookup(const Named (&table)[n], std::string_view name, std::u16string& body) {
  for (const Named& row : table) {
    if (row.name == name) {
      body = row.body;
      return true;
    }
  }
  return false;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}
std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

std::u16string widen(std::string_view text) { return std::u16string(text.begin(), text.end()); }

bool category(std::string_view name, std::u16string& body) {
  if (name == "LC") body = u"\\p{Lu}\\p{Ll}\\p{Lt}";
  else if (name == "LD") body = u"\\p{L}\\p{Nd}";
  else if (name == "L1") body = u"\\x{00}-\\x{ff}";
  else if (name == "all") body = u"\\x{00}-\\x{ffff}";
  else if (std::find(std::begin(kCategories), std::end(kCategories), name) != std::end(kCategories))
    body = u"\\p{" + widen(name) + u"}";
  else return false;
  return true;
}

bool script(std::string_view name, std::u16string& body) {
  for (std::string_view known : kScripts) {
    if (lower(known) == lower(name)) {
      body = u"\\p{sc:" + widen(known) + u"}";
      return true;
    }
  }
  return false;
}

bool block(std::string_view name, std::u16string& body) {
  std::string key;
  for (char c : lower(name))
    if (c != ' ' && c != '-' && c != '_') key.push_back(c);
  return lookup(kBlocks, key, body);
}

}  // namespace

bool property_body(const std::string& name, bool unicode, std::u16string& body) {
  size_t equals = name.find('=');
  if (equals != std::string::npos) {
    std::string key = lower(name.substr(0, equals)), value = name.substr(equals + 1);
    if (key == "sc" || key == "script") return script(value, body);
    if (key == "blk" || key == "block") return block(value, body);
    if (key == "gc" || key == "general_category") return category(value, body);
    return false;
  }
  if (name.starts_with("In")) return block(name.substr(2), body);
  if (name.starts_with("Is")) {
    std::string rest = name.substr(2);
    return lookup(kBinary, upper(rest), body) || category(rest, body) || script(rest, body);
  }
  if (unicode && lookup(kUnicodePosix, name, body)) return true;
  return lookup(kPosix, name, body) || lookup(kJava, name, body) || category(name, body);
}

}  // namespace clj::regex
