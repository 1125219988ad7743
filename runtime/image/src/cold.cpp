#include "cold.h"

#include <lz4.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <string_view>

namespace clj::image {

namespace {

struct Cold {
  char* address = nullptr;
  size_t bytes = 0;
  const char* packed = nullptr;
  size_t packed_bytes = 0;
};
Cold cold;
enum State : int { kNone, kPacked, kUnpacking, kReady };
std::atomic<int> state{kNone};

[[noreturn]] void fail(std::string_view message) {
  [[maybe_unused]] ssize_t ignored = write(STDERR_FILENO, message.data(), message.size());
  _exit(70);
}

void on_fault(int signal_number, siginfo_t* info, void*) {
  auto at = reinterpret_cast<uintptr_t>(info->si_addr), from = reinterpret_cast<uintptr_t>(cold.address);
  if (at - from < cold.bytes) return unpack_cold();
  // A real fault: the access is repeated, and ends the process as it would have.
  signal(signal_number, SIG_DFL);
}

}  // namespace

void reserve_cold(char* address, size_t bytes, const char* packed, size_t packed_bytes) {
  cold = {address, bytes, packed, packed_bytes};
  state.store(kPacked, std::memory_order_release);
  struct sigaction action = {};
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_RESTART;
  sigaction(SIGSEGV, &action, nullptr);
}

void unpack_cold() {
  int expected = kPacked;
  if (!state.compare_exchange_strong(expected, kUnpacking)) {
    while (state.load(std::memory_order_acquire) == kUnpacking) sched_yield();
    return;
  }
  // Unpacked elsewhere and then moved, so that no other thread sees a part of it.
  void* fresh = mmap(nullptr, cold.bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (fresh == MAP_FAILED) fail("cljvm: no memory for the standard library\n");
  int written = LZ4_decompress_safe(cold.packed, static_cast<char*>(fresh), static_cast<int>(cold.packed_bytes),
                                    static_cast<int>(cold.bytes));
  if (written != static_cast<int>(cold.bytes) ||
      mremap(fresh, cold.bytes, cold.bytes, MREMAP_MAYMOVE | MREMAP_FIXED, cold.address) == MAP_FAILED) {
    fail("cljvm: the boot image is damaged\n");
  }
  state.store(kReady, std::memory_order_release);
}

}  // namespace clj::image
