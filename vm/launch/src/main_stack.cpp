#include "main_stack.h"

#include <pthread.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__x86_64__)
#define CLJ_MAIN_THREAD 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CLJ_MAIN_THREAD 1
#endif
#endif

namespace clj::launch {

namespace {

struct Call {
  void (*body)(void* context, const char* base);
  void* context;
  const char* base;
};

}  // namespace

#ifdef CLJ_MAIN_THREAD

// A thread that is waited for: what knows stacks by their threads is not misled.
bool call_on_main_stack(size_t bytes, void (*body)(void* context, const char* base), void* context) {
  Call call{body, context, nullptr};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, bytes);
  pthread_t thread;
  auto run = [](void* argument) -> void* {
    auto* c = static_cast<Call*>(argument);
    c->body(c->context, nullptr);
    return nullptr;
  };
  if (pthread_create(&thread, &attributes, run, &call) != 0) return false;
  pthread_join(thread, nullptr);
  return true;
}

#else

namespace {

void run(Call* call) { call->body(call->context, call->base); }

// In place of a thread, whose start and end are a fifth of the time that a small program takes.
[[gnu::noinline]] void run_at(const char* top, Call* call) {
  asm volatile(
      "movq %%rsp, %%r12\n\t"
      "movq %[top], %%rsp\n\t"
      "callq *%[run]\n\t"
      "movq %%r12, %%rsp"
      : "+D"(call)
      : [top] "r"(top), [run] "r"(&run)
      : "r12", "rax", "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6",
        "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15", "memory", "cc");
}

}  // namespace

bool call_on_main_stack(size_t bytes, void (*body)(void* context, const char* base), void* context) {
  constexpr size_t kGuard = 4096;
  void* low = mmap(nullptr, bytes + kGuard, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (low == MAP_FAILED || mprotect(low, kGuard, PROT_NONE) != 0) return false;
  const char* top = static_cast<char*>(low) + kGuard + bytes;
  Call call{body, context, top};
  run_at(top, &call);
  return true;
}

#endif

}  // namespace clj::launch
