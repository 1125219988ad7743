#include <algorithm>

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

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  // A name of three letters may differ in one, of nine in three: more would be guessing.
  size_t limit = std::max<size_t>(1, name.size() / 3);
  if (name.size() < 2) return "";
  std::string best;
  for (const std::string& candidate : candidates) {
    size_t d = distance(name, candidate, limit);
    if (d > limit || d >= std::max(name.size(), candidate.size())) continue;
    // Equally near: the alphabetically first, so that a report does not depend on hash order.
    if (best.empty() || d < distance(name, best, limit) || (d == distance(name, best, limit) && candidate < best))
      best = candidate;
  }
  return best;
}

}  // namespace clj::launch
