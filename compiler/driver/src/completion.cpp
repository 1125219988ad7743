#include <algorithm>

#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/driver/repl.h"
#include "clj/launch/names.h"

namespace clj::driver {
namespace {

void keep(std::vector<std::string>& out, const std::vector<std::string>& names, std::string_view prefix,
          std::string_view before = "") {
  for (const std::string& name : names) {
    if (name.starts_with(prefix)) out.push_back(std::string(before) + name);
  }
}

std::vector<std::string> keywords_with(std::string_view prefix) {
  struct Search {
    std::string_view prefix;
    std::vector<std::string> found;
  } search{prefix, {}};
  for_each_keyword(
      [](void* context, Value keyword) {
        auto& s = *static_cast<Search*>(context);
        std::string text = ":" + symbol_text(cast<Keyword>(keyword)->symbol);
        if (text.starts_with(s.prefix)) s.found.push_back(std::move(text));
      },
      &search);
  return std::move(search.found);
}

}  // namespace

std::vector<std::string> completions(std::string_view prefix) {
  std::vector<std::string> out;
  if (prefix.empty()) return out;
  Value ns = current_ns();
  size_t slash = prefix.find('/');
  if (prefix[0] == ':') {
    out = keywords_with(prefix);
  } else if (slash != prefix.npos && slash > 0) {
    Value named = launch::namespace_named(ns, prefix.substr(0, slash));
    keep(out, launch::public_names(named), prefix.substr(slash + 1), prefix.substr(0, slash + 1));
  } else {
    keep(out, launch::names_in(ns), prefix);
    keep(out, launch::namespace_names(ns), prefix);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace clj::driver
