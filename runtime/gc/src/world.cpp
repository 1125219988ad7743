#include "world.h"

#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

#include "collector.h"

extern "C" void* __libc_stack_end;

namespace clj::gc {

constinit thread_local Mutator* current_mutator = nullptr;
constinit std::atomic<bool> several_threads{false};

namespace {

// The highest address of the calling thread's C stack.
const char* find_stack_base() {
  auto* here = static_cast<const char*>(__builtin_frame_address(0));
  if (syscall(SYS_gettid) == getpid()) {
    // pthread_getattr_np reads /proc/self/maps for the main thread: too slow for a cold start.
    auto* end = static_cast<const char*>(__libc_stack_end);
    if (end > here) return end;
  }
  pthread_attr_t attributes;
  void* low = nullptr;
  size_t bytes = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &low, &bytes);
    pthread_attr_destroy(&attributes);
  }
  return static_cast<char*>(low) + bytes;
}

[[gnu::noinline]] void set_top_and_call(MutatorState& state, void (*body)(void*), void* context) {
  state.stack_top = static_cast<const char*>(__builtin_frame_address(0));
  body(context);
}

// Copies the words from this function's frame up to `end`: with the callee-saved registers that
// __builtin_unwind_init spills, all that a caller may have left in registers.
[[gnu::noinline]] CLJ_NO_SANITIZE void copy_frames(MutatorState& state, const uintptr_t* end) {
  __builtin_unwind_init();
  auto* from = reinterpret_cast<const uintptr_t*>(reinterpret_cast<uintptr_t>(__builtin_alloca(16)) & ~uintptr_t{7});
  size_t words = std::min(static_cast<size_t>(end - from), MutatorState::kFrameWords);
  from = end - words;
  for (size_t i = 0; i < words; ++i) state.frame_copy[i] = const_cast<const volatile uintptr_t*>(from)[i];
  state.frame_words = words;
  state.stack_top = reinterpret_cast<const char*>(end);
}

}  // namespace

[[gnu::noinline]] CLJ_NO_SANITIZE void with_visible_stack(MutatorState& state, void (*body)(void*), void* context) {
  __builtin_unwind_init();  // spills the callee-saved registers into this frame
  set_top_and_call(state, body, context);
  asm volatile("" ::: "memory");  // not a tail call: the frame must stay
}

void World::wait_while_stopping(std::unique_lock<std::mutex>& lock) {
  while (stopping) resumed.wait(lock);
}

bool World::stop(std::unique_lock<std::mutex>& lock) {
  --running;
  if (stopping) {
    if (running == 0) nobody_runs.notify_all();
    wait_while_stopping(lock);
    ++running;
    return false;
  }
  stopping = true;
  for (MutatorState* s = mutators; s; s = s->next) {
    s->mutator->safepoint_requested.store(true, std::memory_order_relaxed);
    if (s->mutator->poll_word != nullptr) s->mutator->poll_word->store(0, std::memory_order_relaxed);
  }
  while (running != 0) nobody_runs.wait(lock);
  return true;
}

void World::resume() {
  stopping = false;
  for (MutatorState* s = mutators; s; s = s->next) {
    s->mutator->safepoint_requested.store(false, std::memory_order_relaxed);
  }
  ++running;
  resumed.notify_all();
}

void safepoint_slow(Mutator& m) {
  with_visible_stack(
      state_of(m),
      [](void*) {
        World& world = collector().world;
        std::unique_lock lock(world.mutex);
        if (!world.stopping) return;
        if (--world.running == 0) world.nobody_runs.notify_all();
        world.wait_while_stopping(lock);
        ++world.running;
      },
      nullptr);
  if (upcalls.came_to_safepoint) upcalls.came_to_safepoint(m);
}

CLJ_NO_SANITIZE BlockingRegion::BlockingRegion() {
  if (!current_mutator) return;
  MutatorState& state = state_of(*current_mutator);
  if (state.blocking_depth++ > 0) return;
  // This frame is gone when the constructor returns; above it, the caller's frame stays.
  copy_frames(state, static_cast<const uintptr_t*>(__builtin_frame_address(0)) + 2);
  World& world = collector().world;
  std::lock_guard lock(world.mutex);
  if (--world.running == 0) world.nobody_runs.notify_all();
}

BlockingRegion::~BlockingRegion() {
  if (!current_mutator) return;
  MutatorState& state = state_of(*current_mutator);
  if (--state.blocking_depth > 0) return;
  World& world = collector().world;
  std::unique_lock lock(world.mutex);
  world.wait_while_stopping(lock);
  ++world.running;
  state.frame_words = 0;
}

// Stops the world for it, so that no thread is between a load and a store that it takes for one step.
static void announce_second_thread(MutatorState& state) {
  with_visible_stack(
      state,
      [](void*) {
        World& world = collector().world;
        std::unique_lock lock(world.mutex);
        while (!world.stop(lock)) {
        }
        several_threads.store(true, std::memory_order_relaxed);
        world.resume();
      },
      nullptr);
}

ThreadScope::ThreadScope(size_t stack_bytes, const char* stack_base) {
  if (current_mutator) return;
  auto* state = new MutatorState(&mutator_);
  state->stack_base = stack_base != nullptr ? stack_base : find_stack_base();
  mutator_.internal = state;
  mutator_.stack_limit = static_cast<const char*>(__builtin_frame_address(0)) - stack_bytes;
  collector().start();
  World& world = collector().world;
  std::unique_lock lock(world.mutex);
  world.wait_while_stopping(lock);
  state->next = world.mutators;
  state->link = &world.mutators;
  if (state->next) state->next->link = &state->next;
  world.mutators = state;
  ++world.running;
  current_mutator = &mutator_;
  if (state->next == nullptr || several_threads.load(std::memory_order_relaxed)) return;
  lock.unlock();
  announce_second_thread(*state);
}

ThreadScope::~ThreadScope() {
  if (!mutator_.internal) return;
  MutatorState& state = state_of(mutator_);
  World& world = collector().world;
  {
    std::unique_lock lock(world.mutex);
    retire_allocation(state);
    world.orphaned_remembered.insert(world.orphaned_remembered.end(), state.remembered.begin(),
                                     state.remembered.end());
    world.orphaned_carded.insert(world.orphaned_carded.end(), state.carded.begin(), state.carded.end());
    *state.link = state.next;
    if (state.next) state.next->link = state.link;
    for (RootRange *range = mutator_.root_ranges, *next; range; range = next) {
      next = range->next;
      range->next = nullptr;
      range->link = nullptr;
    }
    if (--world.running == 0) world.nobody_runs.notify_all();
  }
  current_mutator = nullptr;
  delete &state;
}

}  // namespace clj::gc
