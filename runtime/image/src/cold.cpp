#include "cold.h"

#include <lz4.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "format.h"

namespace clj::image {

namespace {

ColdPart cold;
enum State : uint8_t { kPacked, kUnpacking, kReady };
constexpr size_t kMostChunks = 1024;
std::atomic<uint8_t> states[kMostChunks];

size_t chunk_count() { return (cold.bytes + kChunk - 1) / kChunk; }

[[noreturn]] void fail(std::string_view message) {
  [[maybe_unused]] ssize_t ignored = write(STDERR_FILENO, message.data(), message.size());
  _exit(70);
}

// Where chunk i ends in what is packed.
uint32_t packed_end(size_t i) {
  uint32_t end;
  std::memcpy(&end, cold.packed + i * sizeof end, sizeof end);
  return end;
}

// Safe from any thread and in a signal handler.
void unpack_chunk(size_t i) {
  uint8_t expected = kPacked;
  if (!states[i].compare_exchange_strong(expected, kUnpacking)) {
    while (states[i].load(std::memory_order_acquire) == kUnpacking) sched_yield();
    return;
  }
  char* address = cold.address + i * kChunk;
  size_t bytes = std::min(kChunk, cold.bytes - i * kChunk), metadata_bytes = metadata_bytes_of(bytes);
  size_t from = i == 0 ? chunk_count() * sizeof(uint32_t) : packed_end(i - 1), end = packed_end(i);
  // Unpacked elsewhere and then moved, so that no other thread sees a part of it.
  void* fresh = mmap(nullptr, bytes + metadata_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (fresh == MAP_FAILED) fail("cljvm: no memory for the standard library\n");
  int written = from > end || end > cold.packed_bytes
                    ? -1
                    : LZ4_decompress_safe(cold.packed + from, static_cast<char*>(fresh), static_cast<int>(end - from),
                                          static_cast<int>(bytes + metadata_bytes));
  if (written != static_cast<int>(bytes + metadata_bytes)) fail("cljvm: the boot image is damaged\n");
  char* metadata = static_cast<char*>(fresh) + bytes;
  std::memcpy(cold.metadata + metadata_bytes_of(i * kChunk), metadata, metadata_bytes);
  if (mremap(fresh, bytes, bytes, MREMAP_MAYMOVE | MREMAP_FIXED, address) == MAP_FAILED) {
    fail("cljvm: no memory for the standard library\n");
  }
  munmap(metadata, metadata_bytes);
  states[i].store(kReady, std::memory_order_release);
}

void on_fault(int signal_number, siginfo_t* info, void*) {
  auto at = reinterpret_cast<uintptr_t>(info->si_addr), from = reinterpret_cast<uintptr_t>(cold.address);
  if (at - from < cold.bytes) return unpack_chunk((at - from) / kChunk);
  // A real fault: the access is repeated, and ends the process as it would have.
  signal(signal_number, SIG_DFL);
}

}  // namespace

void reserve_cold(const ColdPart& part) {
  cold = part;
  if (chunk_count() > kMostChunks) fail("cljvm: the boot image is too large\n");
  struct sigaction action = {};
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_RESTART;
  sigaction(SIGSEGV, &action, nullptr);
}

void unpack_all() {
  for (size_t i = 0; i < chunk_count(); ++i) unpack_chunk(i);
}

}  // namespace clj::image
