#include "source_lines.h"

#include <algorithm>

#include "clj/base/utf8.h"

namespace clj::launch {

std::string line_of(const std::string& source, int64_t line) {
  size_t at = 0;
  for (int64_t n = 1; n < line; ++n) {
    at = source.find('\n', at);
    if (at == source.npos) return "";
    ++at;
  }
  std::string text = source.substr(at, source.find('\n', at) - at);
  if (!text.empty() && text.back() == '\r') text.pop_back();
  return text;
}

int units_of(char byte) {
  auto b = static_cast<unsigned char>(byte);
  return (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
}

int64_t length_in_units(const std::string& text) {
  int64_t units = 0;
  for (char c : text) units += units_of(c);
  return units;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t,") == text.npos; }

namespace {

constexpr int64_t kMostColumns = 120, kColumnsBefore = 60;  // of a source line that are shown

}  // namespace

void clip(std::string& text, int64_t& column) {
  if (length_in_units(text) <= kMostColumns) return;
  int64_t from = std::max<int64_t>(0, column - kColumnsBefore), units = 0;
  size_t begin = 0, end = text.size();
  for (size_t i = 0; i < text.size();) {
    if (units <= from) begin = i;
    units += units_of(text[i]);
    utf8::decode(text, i);
    if (units - from >= kMostColumns) {
      end = i;
      break;
    }
  }
  bool cut_before = begin > 0, cut_after = end < text.size();
  column -= length_in_units(text.substr(0, begin));
  text = text.substr(begin, end - begin);
  if (cut_before) {
    text = "..." + text;
    column += 3;
  }
  if (cut_after) text += "...";
}

std::vector<Delimiter> open_delimiters(const std::string& text, int64_t line, int64_t column) {
  std::vector<Delimiter> open;
  int64_t l = 1, c = 1;
  bool in_string = false, in_comment = false;
  for (size_t i = 0; i < text.size() && (l < line || (l == line && c < column)); ++i) {
    char ch = text[i];
    if (ch == '\n') {
      ++l;
      c = 1;
      in_comment = false;
      continue;
    }
    c += units_of(ch);
    if (in_comment) continue;
    if (ch == '\\') {  // an escape in a string, a character outside
      if (i + 1 < text.size() && text[i + 1] != '\n') c += units_of(text[++i]);
    } else if (ch == '"') {
      in_string = !in_string;
      if (in_string) {
        open.push_back({ch, l, c - 1});
      } else {
        open.pop_back();
      }
    } else if (in_string) {
      continue;
    } else if (ch == ';') {
      in_comment = true;
    } else if (ch == '(' || ch == '[' || ch == '{') {
      open.push_back({ch, l, c - 1});
    } else if (!open.empty() && ch == (open.back().open == '(' ? ')' : open.back().open == '[' ? ']' : '}')) {
      open.pop_back();
    }
  }
  return open;
}

}  // namespace clj::launch
