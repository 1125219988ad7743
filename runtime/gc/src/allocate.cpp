// Allocation beyond the bump of heap.h, and the sweeping that goes with it.
//
// A claimed block is swept as it is used: the next hole is the run of granules up to the next
// marked object (live_bits.h), its metadata is cleared, and its memory is zeroed a piece at a time, just
// before use, so that it is still in the cache. Holes below kMinHoleGranules are not worth
// a visit. A medium-sized object that does not fit the hole in use goes to a second, empty
// block, so that it does not make the holes of the first one skipped.
#include <algorithm>
#include <cstring>

#include "collector.h"

namespace clj::gc {

Upcalls upcalls;

namespace {

constexpr size_t kZeroPieceBytes = 8192;
constexpr size_t kMediumBytes = 256;
constexpr size_t kReserveBytes = size_t{1} << 20;  // above the limit, for the OutOfMemoryError itself

// Moves to the next hole of the claimed block with room for `bytes`.
bool next_hole(Mutator& m, MutatorState& state, size_t bytes) {
  if (!state.block) return false;
  size_t wanted = std::max(bytes / kGranule, kMinHoleGranules);
  uint8_t* meta = metadata_of(state.block);
  for (size_t at = state.cursor, end; at < kGranulesPerBlock; at = end) {
    at = next_bit(state.bits.holes, at);
    if (at == kGranulesPerBlock) break;
    end = next_bit(state.bits.live, at);
    std::memset(meta + at, 0, end - at);
    if (end - at >= wanted) {
      state.cursor = end;
      state.taken_bytes += (end - at) * kGranule;
      m.bump = m.limit = state.block + at * kGranule;
      state.hole_end = state.block + end * kGranule;
      state.hole_is_zero = false;
      return true;
    }
  }
  state.block = nullptr;
  m.bump = m.limit = state.hole_end = nullptr;
  return false;
}

void use_claimed(Mutator& m, MutatorState& state, const Space::Claim& claim) {
  state.block = claim.block;
  if (claim.previous == BlockState::kUnswept) {
    state.cursor = 0;
    find_live_bits(metadata_of(claim.block), state.bits);
    block_info(claim.block).lost_granules = static_cast<uint16_t>(lost_granules(state.bits));
    clear_dead_starts(metadata_of(claim.block));
    m.bump = m.limit = state.hole_end = nullptr;
    return;
  }
  if (claim.previous == BlockState::kFree) std::memset(metadata_of(claim.block), 0, kGranulesPerBlock);
  state.cursor = kGranulesPerBlock;
  state.taken_bytes += kBlockBytes;
  m.bump = m.limit = claim.block;
  state.hole_end = claim.block + kBlockBytes;
  state.hole_is_zero = claim.previous == BlockState::kFresh;
}

// Bumps in the hole in use, zeroing more of it as needed.
void* bump_in_hole(Mutator& m, MutatorState& state, size_t bytes) {
  size_t zeroed = static_cast<size_t>(m.limit - m.bump);
  if (zeroed < bytes) {
    if (static_cast<size_t>(state.hole_end - m.bump) < bytes) return nullptr;
    size_t more = std::min(std::max(bytes - zeroed, kZeroPieceBytes), static_cast<size_t>(state.hole_end - m.limit));
    if (!state.hole_is_zero) std::memset(m.limit, 0, more);
    m.limit += more;
  }
  void* start = m.bump;
  m.bump += bytes;
  note_allocation(start, bytes);
  return start;
}

// Puts the hole back in place for one allocation under stress mode.
struct StressWindow {
  Mutator& m;
  MutatorState& state;
  StressWindow(Mutator& m, MutatorState& state) : m(m), state(state) {
    m.bump = state.stress_bump;
    m.limit = state.stress_limit;
  }
  ~StressWindow() {
    state.stress_bump = m.bump;
    state.stress_limit = m.limit;
    m.bump = m.limit = nullptr;
  }
};

}  // namespace

void retire_allocation(MutatorState& state) {
  Mutator& m = *state.mutator;
  collector().space.allocated.fetch_add(state.taken_bytes, std::memory_order_relaxed);
  state.taken_bytes = 0;
  state.block = nullptr;
  m.bump = m.limit = state.hole_end = nullptr;
  state.stress_bump = state.stress_limit = nullptr;
  state.overflow_bump = state.overflow_limit = nullptr;
}

// After a refusal for the limit: collects once, then at the cost of soft references, then gives up. `tried` is what was done for
// this allocation, at first kPolicy.
void Collector::make_room(MutatorState& state, Request& tried) {
  if (state.in_out_of_memory) throw std::bad_alloc();
  // Below this, a program would collect again and again for a few more objects.
  size_t enough = std::max(limit / 64, 4 * kBlockBytes);
  if (tried == Request::kPolicy) {
    collect_visible(tried = Request::kFull);
    if (available.load(std::memory_order_relaxed) >= enough) return;
  }
  if (tried == Request::kLastResort) out_of_memory(state);
  collect_visible(tried = Request::kLastResort);
  if (available.load(std::memory_order_relaxed) < enough) out_of_memory(state);
}

void Collector::out_of_memory(MutatorState& state) {
  struct Reserve {
    MutatorState& state;
    ~Reserve() { state.in_out_of_memory = false; }
  } reserve{state};
  state.in_out_of_memory = true;
  if (upcalls.out_of_memory) upcalls.out_of_memory();
  throw std::bad_alloc();
}

Space::Claim Collector::claim_block(MutatorState& state, bool whole) {
  space.allocated.fetch_add(state.taken_bytes, std::memory_order_relaxed);
  state.taken_bytes = 0;
  state.claimed_block = true;
  size_t allowed = state.in_out_of_memory ? limit + kReserveBytes : limit;
  return space.claim(whole, state.in_out_of_memory, allowed, large.bytes());
}

void* Collector::allocate_small(Mutator& m, MutatorState& state, size_t bytes) {
  Request tried = Request::kPolicy;
  for (;;) {
    if (void* start = bump_in_hole(m, state, bytes)) return start;
    if (bytes > kMediumBytes) {
      if (static_cast<size_t>(state.overflow_limit - state.overflow_bump) < bytes) {
        Space::Claim claim = claim_block(state, true);
        if (claim.outcome == Space::Outcome::kTrigger) {
          collect_visible(Request::kPolicy);
          continue;
        }
        if (claim.outcome == Space::Outcome::kClaimed) {
          if (claim.previous == BlockState::kFree) std::memset(metadata_of(claim.block), 0, kGranulesPerBlock);
          state.taken_bytes += kBlockBytes;
          state.overflow_bump = claim.block;
          state.overflow_limit = claim.block + kBlockBytes;
          state.overflow_is_zero = claim.previous == BlockState::kFresh;
        }
      }
      if (static_cast<size_t>(state.overflow_limit - state.overflow_bump) >= bytes) {
        void* start = state.overflow_bump;
        state.overflow_bump += bytes;
        if (!state.overflow_is_zero) std::memset(start, 0, bytes);
        note_allocation(start, bytes);
        return start;
      }
    }
    if (next_hole(m, state, bytes)) continue;
    Space::Claim claim = claim_block(state, false);
    switch (claim.outcome) {
      case Space::Outcome::kClaimed: use_claimed(m, state, claim); break;
      case Space::Outcome::kTrigger: collect_visible(Request::kPolicy); break;
      case Space::Outcome::kLimit: make_room(state, tried); break;
    }
  }
}

void* Collector::allocate_large(Mutator&, MutatorState& state, size_t bytes) {
  Request tried = Request::kPolicy;
  size_t allowed = state.in_out_of_memory ? limit + kReserveBytes : limit;
  if (bytes > allowed) out_of_memory(state);
  if (space.allocated.load(std::memory_order_relaxed) + space.large_allocated.load(std::memory_order_relaxed) >=
      space.collect_at.load(std::memory_order_relaxed)) {
    collect_visible(Request::kPolicy);
  }
  for (;;) {
    if (space.resident_bytes() + large.bytes() + bytes > allowed) space.release_free(0);
    if (space.resident_bytes() + large.bytes() + bytes <= allowed) {
      if (void* start = large.allocate(bytes)) {
        space.large_allocated.fetch_add(bytes, std::memory_order_relaxed);
        return start;
      }
    }
    make_room(state, tried);
  }
}

static void* allocate_visible(Mutator& m, MutatorState& state, size_t bytes) {
  Collector& c = collector();
  if (!c.options.stress) [[likely]] {
    return bytes > kMaxSmallBytes ? c.allocate_large(m, state, bytes) : c.allocate_small(m, state, bytes);
  }
  if (++state.stress_count >= c.options.stress_period && !state.in_out_of_memory) {
    state.stress_count = 0;
    c.collect_visible(Request::kPolicy);
  }
  StressWindow window(m, state);
  return bytes > kMaxSmallBytes ? c.allocate_large(m, state, bytes) : c.allocate_small(m, state, bytes);
}

// What lies below this frame holds no references of the program, but in places of the frames that are not filled
// what earlier calls left there: it is not scanned.
void* allocate_slow(Mutator& m, size_t bytes) {
  MutatorState& state = state_of(m);
  safepoint(m);
  struct Call {
    Mutator& m;
    MutatorState& state;
    size_t bytes;
    void* result;
  } call{m, state, bytes, nullptr};
  with_visible_stack(
      state,
      [](void* context) {
        auto& call = *static_cast<Call*>(context);
        call.result = allocate_visible(call.m, call.state, call.bytes);
      },
      &call);
  return call.result;
}

}  // namespace clj::gc
