// What happens to weak and soft references when the objects that are alive are marked, before finalizers keep dead ones.
#include "clj/gc/weak.h"

#include "collector.h"
#include "mark.h"

namespace clj::gc {

WeakCell* make_weak_cell(Value referent, bool soft) {
  auto* cell = make<WeakCell>();
  cell->owner = Value::nil();
  cell->referent = referent.bits();
  cell->soft = soft;
  if (!referent.is_object()) return cell;
  Collector& c = collector();
  std::lock_guard lock(c.roots_mutex);
  c.weak_young.push_back(cell);
  return cell;
}

Value take_cleared() {
  Collector& c = collector();
  std::lock_guard lock(c.roots_mutex);
  if (c.weak_cleared.empty()) return Value::nil();
  Value owner = c.weak_cleared.back();
  c.weak_cleared.pop_back();
  return owner;
}

namespace {

bool is_dead(const Marker& marker, Value referent) { return referent.is_object() && !marker.is_marked(referent.as_object()); }

}  // namespace

void Collector::mark_soft(Marker& marker, bool full) {
  // What one cell keeps may hold further cells.
  for (bool found = true; found;) {
    found = false;
    for (auto* cells : {&weak_young, &weak_old}) {
      if (cells == &weak_old && !full) continue;
      for (WeakCell* cell : *cells) {
        if (!cell->soft || !marker.is_marked(cell) || !is_dead(marker, referent_of(cell))) continue;
        marker.add(referent_of(cell));
        found = true;
      }
    }
    marker.drain();
  }
}

void Collector::clear_dead_weak(Marker& marker, std::vector<WeakCell*>& cells) {
  std::erase_if(cells, [&](WeakCell* cell) {
    if (!marker.is_marked(cell)) {
      clear(cell);  // a finalizer may still keep the cell, and not the referent
      return true;
    }
    if (!is_dead(marker, referent_of(cell))) return !referent_of(cell).is_object();
    clear(cell);
    if (!cell->owner.is_nil()) weak_cleared.push_back(cell->owner);
    return true;
  });
}

void Collector::find_dead_weak(Marker& marker, bool full, bool clears_soft) {
  if (!clears_soft) mark_soft(marker, full);
  clear_dead_weak(marker, weak_young);
  if (full) clear_dead_weak(marker, weak_old);
  weak_old.insert(weak_old.end(), weak_young.begin(), weak_young.end());
  weak_young.clear();
}

}  // namespace clj::gc
