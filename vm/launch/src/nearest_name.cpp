#include <algorithm>

#include "clj/launch/names.h"
#include "clj/launch/report.h"

namespace clj::launch {
namespace {

// Optimal string alignment distance, or `limit` + 1 once it is sure to be more than `limit`.
size_t distance(std::string_view a, std::string_view b, size_t limit) {
  size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;
  std::vector<size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    size_t least = row[0];
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

// The word that follows `prefix` in `text`; empty when `text` does not have it.
std::string word_after(const std::string& text, std::string_view prefix) {
  size_t at = text.find(prefix);
  if (at == text.npos) return "";
  at += prefix.size();
  size_t end = text.find_first_of(" ,", at);
  return text.substr(at, end == text.npos ? end : end - at);
}

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  // A name of three letters may differ in one, of nine in three: more would be guessing.
  size_t limit = std::max<size_t>(1, name.size() / 3);
  if (name.size() < 2) return "";
  std::string best;
  for (const std::string& candidate : candidates) {
    size_t d = distance(name, candidate, limit);
    if (d == 0 || d > limit || d >= std::max(name.size(), candidate.size())) continue;
    // Equally near: the alphabetically first, so that a report does not depend on hash order.
    if (best.empty() || d < distance(name, best, limit) || (d == distance(name, best, limit) && candidate < best))
      best = candidate;
  }
  return best;
}

std::string nearest_to_unresolved(const std::string& message, Value ns, const std::vector<std::string>& locals) {
  if (std::string missing = word_after(message, "No such namespace: "); !missing.empty()) {
    std::vector<std::string> candidates = namespace_names(ns), classes = class_names(ns);
    candidates.insert(candidates.end(), classes.begin(), classes.end());
    return nearest_name(missing, candidates);
  }
  std::string name;
  for (std::string_view start :
       {"Unable to resolve symbol: ", "Unable to resolve classname: ", "Unable to resolve var: ", "No such var: "}) {
    if (name.empty()) name = word_after(message, start);
  }
  if (size_t slash = name.find('/'); slash != name.npos && slash > 0 && slash + 1 < name.size()) {
    std::string nearest = nearest_name(name.substr(slash + 1), public_names(namespace_named(ns, name.substr(0, slash))));
    return nearest.empty() ? nearest : name.substr(0, slash + 1) + nearest;
  }
  std::string local = nearest_name(name, locals), other = nearest_name(name, names_in(ns));
  if (local.empty() || other.empty()) return local.empty() ? other : local;
  return distance(name, local, name.size()) <= distance(name, other, name.size()) ? local : other;
}

}  // namespace clj::launch
