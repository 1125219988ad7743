// Everything here, and what it calls, runs in the handler of a fault in code that may be anywhere, also before main: it stays
// out of the packed parts of the program (cmake/cold_code.ld), and makes system calls only.
#include "clj/base/packed_memory.h"

#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

#include "clj/base/lz4_block.h"

namespace clj {

namespace {

constexpr size_t kMostRanges = 4, kMostChunks = 1024;
enum State : uint8_t { kPacked, kUnpacking, kReady };

struct ServedRange {
  PackedRange range;
  std::atomic<uint8_t> states[kMostChunks];
};
ServedRange served[kMostRanges];
size_t served_count = 0;

[[noreturn]] void fail(std::string_view message) {
  [[maybe_unused]] ssize_t ignored = write(STDERR_FILENO, message.data(), message.size());
  _exit(70);
}

[[noreturn]] void fail_for_memory() { fail("cljvm: no memory for a part of the program that is packed\n"); }

// Where chunk i ends in what is packed.
uint32_t packed_end(const PackedRange& range, size_t i) {
  uint32_t end;
  std::memcpy(&end, range.packed + i * sizeof end, sizeof end);
  return end;
}

// Memory with `bytes` of `from` that may be executed, where a system forbids that of memory that was written to.
void* executable_copy(const void* from, size_t bytes) {
  int file = memfd_create("cljvm", MFD_CLOEXEC);
  if (file < 0) return MAP_FAILED;
  void* copy = MAP_FAILED;
  if (ftruncate(file, static_cast<off_t>(bytes)) == 0 && pwrite(file, from, bytes, 0) == static_cast<ssize_t>(bytes)) {
    copy = mmap(nullptr, bytes, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0);
  }
  close(file);
  return copy;
}

// Safe from any thread and in a signal handler.
void unpack_chunk(ServedRange& served_range, size_t i) {
  const PackedRange& range = served_range.range;
  std::atomic<uint8_t>& state = served_range.states[i];
  uint8_t expected = kPacked;
  if (!state.compare_exchange_strong(expected, kUnpacking)) {
    while (state.load(std::memory_order_acquire) == kUnpacking) sched_yield();
    return;
  }
  size_t offset = i * range.chunk_bytes, bytes = std::min(range.chunk_bytes, range.bytes - offset);
  size_t all = bytes + (range.bytes_per_extra_byte == 0 ? 0 : bytes / range.bytes_per_extra_byte);
  size_t from = i == 0 ? range.chunk_count() * sizeof(uint32_t) : packed_end(range, i - 1), end = packed_end(range, i);
  void* fresh = mmap(nullptr, all, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
  if (fresh == MAP_FAILED) fail_for_memory();
  auto* chunk = static_cast<char*>(fresh);
  if (from > end || end > range.packed_bytes ||
      unpack_lz4_block(range.packed + from, end - from, chunk, all) != static_cast<ptrdiff_t>(all)) {
    fail("cljvm: this file is damaged\n");
  }
  if (range.finish != nullptr) range.finish(range, offset, chunk, bytes);
  if (range.protection != (PROT_READ | PROT_WRITE) && mprotect(chunk, bytes, range.protection) != 0) {
    void* copy = executable_copy(chunk, bytes);
    if (copy == MAP_FAILED) fail("cljvm: this system does not allow to unpack a part of the program\n");
    munmap(chunk, bytes);
    fresh = copy;
  }
  if (mremap(fresh, bytes, bytes, MREMAP_MAYMOVE | MREMAP_FIXED, range.address + offset) == MAP_FAILED) fail_for_memory();
  if (all != bytes) munmap(chunk + bytes, all - bytes);
  state.store(kReady, std::memory_order_release);
}

void on_fault(int signal_number, siginfo_t* info, void*) {
  int error = errno;  // of the code that is interrupted
  auto at = reinterpret_cast<uintptr_t>(info->si_addr);
  for (size_t r = 0; r < served_count; ++r) {
    const PackedRange& range = served[r].range;
    size_t offset = at - reinterpret_cast<uintptr_t>(range.address);
    // What is unpacked already may still not be written to, or not be run.
    bool forbidden = range.protection != (PROT_READ | PROT_WRITE) && info->si_code == SEGV_ACCERR;
    if (offset >= range.bytes || forbidden) continue;
    unpack_chunk(served[r], offset / range.chunk_bytes);
    errno = error;
    return;
  }
  // A real fault: the access is repeated, and ends the process as it would have.
  signal(signal_number, SIG_DFL);
}

}  // namespace

void serve(const PackedRange& range) {
  if (served_count == kMostRanges || range.chunk_count() > kMostChunks) fail("cljvm: this file has too many packed parts\n");
  served[served_count++].range = range;
  if (served_count > 1) return;
  struct sigaction action = {};
  action.sa_sigaction = on_fault;
  // Another handler, amid unpacking, could wait for the very same chunk.
  sigfillset(&action.sa_mask);
  action.sa_flags = SA_SIGINFO | SA_RESTART;
  sigaction(SIGSEGV, &action, nullptr);
}

void unpack_all() {
  for (size_t r = 0; r < served_count; ++r) {
    for (size_t i = 0; i < served[r].range.chunk_count(); ++i) unpack_chunk(served[r], i);
  }
}

}  // namespace clj
