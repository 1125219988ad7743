// The collection cycle and its policy: when to collect, minor or full, and what memory to keep.
//
// A minor collection keeps the marks of old objects and marks from the roots and the remembered
// objects; a full one clears all marks first. One comes after `nursery` bytes of allocation, fewer
// when much of them survives, and
// it is a full one once the live heap has grown by three quarters since the last full one.
//
// A minor collection believes that what is old is alive. A cell of a lazy seq that was the last one when a collection came is old, and
// keeps all cells that are made behind it although nobody holds it any more: a walk along a seq would have each minor collection
// mark most of what was allocated since the one before. A full collection shows how much that is. While it is more than marking the
// live heap takes, collections are full ones; now and then a minor one, with a full one behind it, looks whether it still is.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <utility>

#include "collector.h"
#include "mark.h"

namespace clj::gc {

namespace {

constexpr size_t kMiB = size_t{1} << 20;
constexpr size_t kMinNursery = 16 * kMiB, kMaxNursery = 128 * kMiB;
// References that a minor collection may visit: some 2 to 4 ms. In a heap of kLargeHeap and more each of them
// misses the cache. When there were more, the next one comes after fewer bytes, down to kShortNursery. A
// count, not a time: the same program collects at the same places on every machine.
constexpr size_t kVisitsPerPause = 40'000, kMaxVisitsPerPause = 200'000;
constexpr size_t kLargeHeap = 128 * kMiB;
constexpr size_t kShortNursery = 2 * kMiB;
constexpr size_t kMaxNurseries = 4;  // threads that count
constexpr size_t kMinFullAt = 64 * kMiB;
constexpr size_t kToleratedWaste = kMiB;

size_t machine_bytes() {
  return static_cast<size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<size_t>(sysconf(_SC_PAGESIZE));
}

// Processor time of the calling thread.
double thread_ms() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double mib(size_t bytes) { return static_cast<double>(bytes) / static_cast<double>(kMiB); }

}  // namespace

Collector& collector() {
  static Collector* instance = new Collector;
  return *instance;
}

void Collector::start() {
  std::lock_guard lock(start_mutex_);
  if (started_) return;
  started_ = true;
  size_t machine = machine_bytes();
  limit = options.max_heap_bytes ? options.max_heap_bytes : machine / 4 * 3;
  // Blocks and their metadata, and room for a limit that a later initialize() raises.
  if (space.base() == 0) space.reserve(std::max(machine, limit) / 16 * 17 + 16 * kSlabBytes);
  set_policy(true);
}

void initialize(const Options& options) {
  Collector& c = collector();
  {
    std::lock_guard lock(c.start_mutex_);
    c.options = options;
    c.started_ = false;
  }
  c.start();
}

void Collector::set_policy(bool full) {
  // What several threads hold survives whenever one of them has filled the nursery: each adds its own.
  size_t nursery = options.nursery_bytes ? options.nursery_bytes
                                         : std::min(std::clamp(live_bytes / 4, kMinNursery * allocating_threads, kMaxNursery),
                                                    affordable_nursery);
  space.collect_at.store(nursery, std::memory_order_relaxed);
  if (full) {
    next_full_at = std::max(kMinFullAt, live_bytes + live_bytes / 4 * 3);
    space.release_free(std::max(nursery, live_bytes / 4));
  }
  size_t used = space.resident_bytes() + large.bytes();
  available.store(space.available_bytes() + (limit > used ? limit - used : 0), std::memory_order_relaxed);
}

void Collector::note_waste(bool full, size_t live_before) {
  if (!full) {
    ++minors_since_full;
    return;
  }
  if (minors_since_full > 0) {
    wasted_by_minor = live_before > live_bytes ? (live_before - live_bytes) / minors_since_full : 0;
  } else {
    wasted_by_minor -= wasted_by_minor / 8;
  }
  live_after_full = live_bytes;
  minors_since_full = 0;
}

bool Collector::wants_full() const {
  size_t tolerated = kToleratedWaste + 2 * live_after_full;
  // Behind a minor one that looked: what was known has only faded below the bound.
  if (minors_since_full > 0) tolerated /= 2;
  return live_bytes >= next_full_at || wasted_by_minor > tolerated;
}

void Collector::cycle(bool full, bool clears_soft) {
  auto begin = std::chrono::steady_clock::now();
  double processor_begin = options.log ? thread_ms() : 0;
  size_t allocating = 0;
  for (MutatorState* s = world.mutators; s; s = s->next) {
    retire_allocation(*s);
    allocating += std::exchange(s->claimed_block, false) ? 1 : 0;
  }
  allocating_threads = std::clamp(allocating, size_t{1}, kMaxNurseries);
  size_t allocated = space.allocated.load(std::memory_order_relaxed) +
                     space.large_allocated.load(std::memory_order_relaxed);
  size_t live_before = live_bytes, before = live_bytes + allocated;
  size_t visits = 0;
  large.prepare(full);
  if (full) space.clear_marks();
  {
    Marker marker(*this);
    mark_roots(marker, full);
    marker.drain();
    find_dead_weak(marker, full, clears_soft);
    find_dead_finalizable(marker, full);
    visits = marker.visits();
  }
  large.sweep(full);
  if (options.stress) space.poison_dead();
  space.classify();
  live_bytes = space.live_bytes() + large.bytes();
  allocated_before += allocated;
  space.allocated.store(0, std::memory_order_relaxed);
  space.large_allocated.store(0, std::memory_order_relaxed);
  note_waste(full, live_before);
  if (!full || wasted_by_minor > 0) {
    // Grows slowly: one collection that finds little to do says little about the next one.
    size_t allowed = std::clamp(kVisitsPerPause * kLargeHeap / (live_bytes + 1), kVisitsPerPause, kMaxVisitsPerPause);
    auto wanted = static_cast<size_t>(static_cast<double>(allocated) * static_cast<double>(allowed) / static_cast<double>(visits + 1));
    affordable_nursery = std::clamp(wanted, kShortNursery, std::min(kMaxNursery, affordable_nursery * 2));
  }
  set_policy(full);
  ++(full ? collections_full : collections_minor);
  if (options.verify) verify_heap(*this);

  auto pause = std::chrono::steady_clock::now() - begin;
  auto pause_us = static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(pause).count());
  pause_max_us = std::max(pause_max_us, pause_us);
  pause_total_us += pause_us;
  if (options.log) {
    std::fprintf(stderr, "gc: %s %.1f -> %.1f MiB, heap %.1f MiB, pause %.2f ms (processor %.2f ms)\n", full ? "full" : "minor", mib(before),
                 mib(live_bytes), mib(space.resident_bytes() + large.bytes()), static_cast<double>(pause_us) / 1000,
                 thread_ms() - processor_begin);
  }
}

void Collector::stop_and_collect(Request request) {
  std::unique_lock lock(world.mutex);
  while (!world.stop(lock)) {
    if (request == Request::kPolicy) return;
  }
  bool full = request == Request::kFull || request == Request::kLastResort;
  if (request == Request::kPolicy) {
    full = options.stress ? (minor_next_ = !minor_next_) == false : wants_full();
  }
  cycle(full, request == Request::kLastResort);
  start_idle_watch();
  world.resume();
}

void Collector::collect(Request request) {
  struct Call {
    Collector& c;
    Request request;
  } call{*this, request};
  with_visible_stack(
      state_of(mutator()),
      [](void* context) {
        auto& [c, request] = *static_cast<Call*>(context);
        c.stop_and_collect(request);
      },
      &call);
  run_finalizers();
}

void Collector::collect_visible(Request request) {
  stop_and_collect(request);
  run_finalizers();
}

void collect(bool full) { collector().collect(full ? Request::kFull : Request::kMinor); }

Statistics statistics() {
  Collector& c = collector();
  std::lock_guard lock(c.world.mutex);
  return {.collections_full = c.collections_full,
          .collections_minor = c.collections_minor,
          .live_bytes = c.live_bytes,
          .allocated_bytes = c.allocated_before + c.space.allocated.load(std::memory_order_relaxed) +
                             c.space.large_allocated.load(std::memory_order_relaxed),
          .heap_bytes = c.space.resident_bytes() + c.large.bytes(),
          .pause_max_us = c.pause_max_us,
          .pause_total_us = c.pause_total_us};
}

size_t Collector::extent(const Object* object) const {
  if (space.contains(object)) return granules_from(metadata_of(object)) * kGranule;
  if (image.contains(object)) return granules_from(image.metadata_at(object)) * kGranule;
  return LargeHeader::of(object)->bytes;
}

size_t object_bytes(const Object* object) { return collector().extent(object); }

}  // namespace clj::gc
