#include "clj/core/munge.h"

namespace clj {
namespace {

struct Spelling {
  char character;
  std::string_view text;
};
constexpr Spelling kSpellings[] = {
    {'-', "_"},          {':', "_COLON_"},    {'+', "_PLUS_"},    {'>', "_GT_"},     {'<', "_LT_"},
    {'=', "_EQ_"},       {'~', "_TILDE_"},    {'!', "_BANG_"},    {'@', "_CIRCA_"},  {'#', "_SHARP_"},
    {'\'', "_SINGLEQUOTE_"}, {'"', "_DOUBLEQUOTE_"}, {'%', "_PERCENT_"}, {'^', "_CARET_"},  {'&', "_AMPERSAND_"},
    {'*', "_STAR_"},     {'|', "_BAR_"},      {'{', "_LBRACE_"},  {'}', "_RBRACE_"}, {'[', "_LBRACK_"},
    {']', "_RBRACK_"},   {'/', "_SLASH_"},    {'\\', "_BSLASH_"}, {'?', "_QMARK_"},
};

}  // namespace

void for_each_spelling(void (*visit)(void* context, char character, std::string_view spelling), void* context) {
  for (const Spelling& s : kSpellings) visit(context, s.character, s.text);
}

std::string munge(std::string_view name) {
  std::string out;
  for (char c : name) {
    const Spelling* found = nullptr;
    for (const Spelling& s : kSpellings) {
      if (s.character == c) found = &s;
    }
    if (found) {
      out += found->text;
    } else {
      out += c;
    }
  }
  return out;
}

std::string path_of_namespace(std::string ns) {
  for (char& c : ns) c = c == '.' ? '/' : c == '-' ? '_' : c;
  return ns;
}

std::string demunge(std::string_view name) {
  std::string out;
  for (size_t i = 0; i < name.size();) {
    const Spelling* found = nullptr;
    for (const Spelling& s : kSpellings) {
      bool longer = !found || s.text.size() > found->text.size();
      if (longer && name.substr(i, s.text.size()) == s.text) found = &s;
    }
    if (found) {
      out += found->character;
      i += found->text.size();
    } else {
      out += name[i] == '$' ? '/' : name[i];
      ++i;
    }
  }
  return out;
}

std::string name_of_class_of(std::string_view function_name) {
  std::string out;
  bool in_namespace = true;
  for (char c : function_name) {
    if (c == '/') in_namespace = false;
    if (c == '.' && !in_namespace) {
      out += "-DOT-";
    } else {
      out += c == '_' ? '-' : c;
    }
  }
  return out;
}

}  // namespace clj
