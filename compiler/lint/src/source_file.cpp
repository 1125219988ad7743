#include "source_file.h"

#include <algorithm>

#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "engine.h"

namespace clj::lint {
namespace {

uint64_t key_of(uint32_t line, uint32_t column) { return uint64_t{line} << 32 | column; }

// The place in the form's metadata as a key; 0 when it has none.
uint64_t key_of(Value form) {
  Value m = meta(form);
  if (m.is_nil()) return 0;
  Value line = get(m, roots.kw_line), column = get(m, roots.kw_column);
  if (!line.is_inline_long() || !column.is_inline_long()) return 0;
  return key_of(static_cast<uint32_t>(line.as_inline_long()), static_cast<uint32_t>(column.as_inline_long()));
}

bool before(uint32_t line_a, uint32_t column_a, uint32_t line_b, uint32_t column_b) {
  return line_a != line_b ? line_a < line_b : column_a < column_b;
}

// The rules that a discarded :clj-kondo/ignore names; false when it is another comment.
bool parse_ignore(Value form, std::vector<std::string>& rules) {
  Value key = make_keyword("clj-kondo", "ignore");
  if (form == key) return true;
  if (!is_map(form) || !contains(form, key)) return false;
  Value names = get(form, key);
  if (!is_sequential(names)) return false;
  for_each(names, [&](Value name) {
    if (is_keyword(name)) rules.push_back(symbol_text(cast<Keyword>(name)->symbol));
    return true;
  });
  return true;
}

}  // namespace

SourceFile::SourceFile(Engine& engine, std::string name, std::string_view text, bool reported)
    : name(std::move(name)), text(text), reported(reported), engine_(engine) {
  line_starts_.push_back(0);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') line_starts_.push_back(i + 1);
  }
}

void SourceFile::form_read(Value form, int line, int column, int end_line, int end_column) {
  auto index = static_cast<uint32_t>(entries.size());
  Entry entry;
  entry.index = index;
  entry.place = {static_cast<uint32_t>(line), static_cast<uint32_t>(column), static_cast<uint32_t>(end_line),
                 static_cast<uint32_t>(end_column)};
  entries.push_back(entry);
  forms_.push_back(form);
  if (!form.is_object()) return;
  if (is_symbol(form) || (is_seq(form) && supports_meta(form))) {
    auto& map = is_symbol(form) ? symbols_ : lists_;
    uint64_t key = key_of(form);
    auto known = map.find(key);
    if (known != map.end()) {
      // The same form with metadata (^:private x), or out of #?(…): one entry, the inner place.
      forms_[known->second] = form;
      entries.pop_back();
      forms_.pop_back();
      return;
    }
    map[key] = index;
  } else if (is_coll(form)) {
    others_[form.bits()] = index;
  }
}

void SourceFile::discarded(Value form) {
  Ignored ignored;
  if (entries.empty() || !parse_ignore(form, ignored.rules)) return;
  const Place& place = entries.back().place;
  ignored.from = {place.end_line, place.end_column};
  ignored_.push_back(std::move(ignored));
}

bool SourceFile::duplicate(Value key, bool in_set) {
  if (Entry* entry = find_last(key)) engine_.duplicate(*this, *entry, in_set);
  return true;
}

Entry* SourceFile::find(Value form) {
  if (!form.is_object()) return nullptr;
  if (is_symbol(form)) {
    auto found = symbols_.find(key_of(form));
    if (found == symbols_.end()) return nullptr;
    Value known = forms_[found->second];
    return equal(cast<Symbol>(known), cast<Symbol>(form)) ? &entries[found->second] : nullptr;
  }
  if (is_seq(form) && supports_meta(form)) {
    auto found = lists_.find(key_of(form));
    return found == lists_.end() ? nullptr : &entries[found->second];
  }
  auto found = others_.find(form.bits());
  return found == others_.end() ? nullptr : &entries[found->second];
}

Entry* SourceFile::find_written(Value list) {
  Entry* entry = find(list);
  return entry != nullptr && forms_[entry->index] == list ? entry : nullptr;
}

Entry* SourceFile::find_at(uint32_t line, uint32_t column) {
  auto found = lists_.find(key_of(line, column));
  return found == lists_.end() ? nullptr : &entries[found->second];
}

Entry* SourceFile::find_mention(const std::string& cls, const std::string& member) {
  std::string simple = cls.substr(cls.rfind('.') + 1);
  for (size_t i = form_begin; i < entries.size(); ++i) {
    if (!is_symbol(forms_[i])) continue;
    auto* symbol = cast<Symbol>(forms_[i]);
    std::string prefix = symbol->ns.is_nil() ? "" : to_utf8(symbol->ns), name = to_utf8(symbol->name);
    if (member.empty() != prefix.empty() || (!member.empty() && name != member)) continue;
    std::string mentioned = member.empty() ? name : prefix;
    if (mentioned == cls || mentioned == simple) return &entries[i];
  }
  return nullptr;
}

Entry* SourceFile::find_last(Value form) {
  for (size_t i = entries.size(); i-- > form_begin;) {
    if (forms_[i] == form || (is_symbol(form) && is_symbol(forms_[i]) && equal(cast<Symbol>(form), cast<Symbol>(forms_[i])))) {
      return &entries[i];
    }
  }
  return entries.empty() ? nullptr : &entries.back();
}

std::string_view SourceFile::line_text(uint32_t line) const {
  if (line == 0 || line > line_starts_.size()) return "";
  size_t start = line_starts_[line - 1];
  size_t end = line < line_starts_.size() ? line_starts_[line] : text.size();
  std::string_view found = std::string_view(text).substr(start, end - start);
  while (!found.empty() && (found.back() == '\n' || found.back() == '\r')) found.remove_suffix(1);
  return found;
}

bool SourceFile::is_ignored(const Place& place, const char* rule) const {
  for (const Ignored& ignored : ignored_) {
    if (!ignored.rules.empty() && std::find(ignored.rules.begin(), ignored.rules.end(), rule) == ignored.rules.end()) {
      continue;
    }
    // The form that follows is the first to begin after the comment, the largest of those.
    const Place* next = nullptr;
    for (const Entry& entry : entries) {
      const Place& p = entry.place;
      if (before(p.line, p.column, ignored.from.line, ignored.from.column)) continue;
      if (next == nullptr || before(p.line, p.column, next->line, next->column) ||
          (p.line == next->line && p.column == next->column &&
           before(next->end_line, next->end_column, p.end_line, p.end_column))) {
        next = &p;
      }
    }
    if (next != nullptr && !before(place.line, place.column, next->line, next->column) &&
        before(place.line, place.column, next->end_line, next->end_column)) {
      return true;
    }
  }
  return false;
}

bool SourceFile::has_conditional(const Place& place) const {
  if (place.line == 0 || place.end_line == 0) return false;
  for (uint32_t line = place.line; line <= place.end_line; ++line) {
    if (line_text(line).find("#?") != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace clj::lint
