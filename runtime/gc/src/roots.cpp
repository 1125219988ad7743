// Where marking starts: registered ranges, threads, the remembered objects, the image.
#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "clj/gc/cards.h"
#include "collector.h"
#include "mark.h"

namespace clj::gc {

RootRange::RootRange(Value* begin, size_t count) : begin(begin), count(count), next(nullptr), link(nullptr) {
  if (!current_mutator) return;
  next = current_mutator->root_ranges;
  link = &current_mutator->root_ranges;
  if (next) next->link = &next;
  *link = this;
}

RootRange::~RootRange() {
  if (!link) return;
  *link = next;
  if (next) next->link = link;
}

void add_conservative_range(const void* begin, size_t bytes) {
  Collector& c = collector();
  std::lock_guard lock(c.roots_mutex);
  c.conservative_ranges[begin] = bytes;
}

void remove_conservative_range(const void* begin) {
  Collector& c = collector();
  std::lock_guard lock(c.roots_mutex);
  c.conservative_ranges.erase(begin);
}

void add_static_roots(Value* begin, size_t count) {
  Collector& c = collector();
  std::lock_guard lock(c.roots_mutex);
  c.static_roots.push_back({begin, count});
}

void remember(Object* object) {
  // One thread wins the flag and lists the object.
  if (!(object->flags.fetch_and(static_cast<uint8_t>(~kFlagOld), std::memory_order_relaxed) & kFlagOld)) return;
  state_of(mutator()).remembered.push_back(object);
}

void remember_place(Object* object, const Value* place) {
  Collector& c = collector();
  if (c.space.contains(object) || c.image.contains(object)) return remember(object);
  LargeHeader* header = LargeHeader::of(object);
  uint8_t* cards = header->cards.load(std::memory_order_acquire);
  if (cards == nullptr) {
    auto* made = static_cast<uint8_t*>(std::calloc(1, header->bytes / (kCardSlots * sizeof(Value)) / 8 * 8 + 8));
    if (made == nullptr) return remember(object);
    if (header->cards.compare_exchange_strong(cards, made, std::memory_order_acq_rel)) {
      cards = made;
    } else {
      std::free(made);
    }
  }
  auto card = static_cast<size_t>(place - object->slot_array()) / kCardSlots;
  std::atomic_ref<uint8_t>(cards[card]).store(1, std::memory_order_relaxed);
  if (header->has_cards.load(std::memory_order_relaxed)) return;
  if (!header->has_cards.exchange(true, std::memory_order_relaxed)) state_of(mutator()).carded.push_back(object);
}

void adopt_image(void* base, size_t bytes, const uint8_t* metadata) {
  Collector& c = collector();
  c.image.base = reinterpret_cast<uintptr_t>(base);
  c.image.bytes = bytes;
  c.image.metadata = metadata;
}

namespace {

// Objects changed since the last collection. An image object stays listed for good (and without
// its flag). In a full collection the others are found again if they are alive.
void take_remembered(Collector& c, std::vector<Object*>& list, Marker& marker, bool full) {
  for (Object* object : list) {
    if (c.image.contains(object)) {
      c.image.remembered.push_back(object);
    } else if (!full) {
      object->set_flag(kFlagOld);
      marker.rescan(object);
    }
  }
  list.clear();
}

// Cards set since the last collection; a full one looks at everything anyway.
void take_carded(std::vector<Object*>& list, Marker& marker, bool full) {
  for (Object* object : list) {
    LargeHeader* header = LargeHeader::of(object);
    header->has_cards.store(false, std::memory_order_relaxed);
    uint8_t* cards = header->cards.load(std::memory_order_relaxed);
    uint64_t count = object->slot_count(), eight;
    for (size_t word = 0; word * 8 * kCardSlots < count; ++word) {
      std::memcpy(&eight, cards + word * 8, 8);
      if (eight == 0) continue;
      std::memset(cards + word * 8, 0, 8);
      for (; eight != 0 && !full; eight &= eight - 1) {
        uint64_t from = (word * 8 + static_cast<size_t>(__builtin_ctzll(eight)) / 8) * kCardSlots;
        marker.rescan(object, from, std::min(count, from + kCardSlots));
      }
    }
  }
  list.clear();
}

constexpr size_t kPrefetchAhead = 16;  // long lists refer all over the heap

void mark_mutator(MutatorState& state, Marker& marker, bool full) {
  Mutator& m = *state.mutator;
  marker.add_memory(state.frame_copy, state.frame_copy + state.frame_words);
  marker.add_memory(state.stack_top, state.stack_base);
  marker.add(m.bindings);
  marker.add(m.pending_exception);
  marker.add(m.thread_object);
  for (RootRange* range = m.root_ranges; range; range = range->next) {
    size_t from = !full && range->grows_only ? range->settled : 0;
    range->settled = range->count;
    for (size_t i = from; i < range->count; ++i) {
      if (i + kPrefetchAhead < range->count) marker.prefetch(range->begin[i + kPrefetchAhead].bits());
      marker.add_word(range->begin[i].bits());
    }
  }
  if (upcalls.visit_vm_stack && m.vm) {
    upcalls.visit_vm_stack(
        m, [](void* context, Value v) { static_cast<Marker*>(context)->add_word(v.bits()); }, &marker);
  }
}

}  // namespace

void Collector::mark_roots(Marker& marker, bool full) {
  for (MutatorState* s = world.mutators; s; s = s->next) take_remembered(*this, s->remembered, marker, full);
  take_remembered(*this, world.orphaned_remembered, marker, full);
  for (MutatorState* s = world.mutators; s; s = s->next) take_carded(s->carded, marker, full);
  take_carded(world.orphaned_carded, marker, full);
  for (Object* object : image.remembered) marker.rescan(object);
  for (const StaticRange& range : static_roots) {
    for (size_t i = 0; i < range.count; ++i) marker.add(range.begin[i]);
  }
  for (auto [begin, bytes] : conservative_ranges) {
    marker.add_memory(begin, static_cast<const char*>(begin) + bytes);
  }
  for (MutatorState* s = world.mutators; s; s = s->next) mark_mutator(*s, marker, full);
  for (Object* object : finalize_pending) marker.add(Value::object(object));
  for (Value owner : weak_cleared) marker.add(owner);
}

}  // namespace clj::gc
