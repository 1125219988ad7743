// A bounded run of bundles that pass the verifier: whatever their code does, it ends in a value or
// an exception. Checksums are not asked for, or no mutation would get past them.
//
// Only functions without effects beyond the process may be reached, as a mutated program is
// somebody else's. A watchdog ends what takes longer than kMostTime.
#include <signal.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <set>
#include <thread>

#include "clj/base/packed_memory.h"
#include "clj/builtins/builtins.h"
#include "clj/bytecode/bundle.h"
#include "clj/core/error.h"
#include "clj/exec/bundle.h"
#include "clj/exec/vm.h"
#include "clj/image/image.h"
#include "clj/launch/launch.h"
#include "fuzz.h"
#include "image_hooks.h"
#include "lean.h"

namespace {

using namespace clj;

constexpr std::chrono::milliseconds kMostTime(50);

// Of clojure.core, what tests/fuzz/seeds/run mentions, its macros' expansions included.
const std::set<std::string> allowed_vars = {
    "+", "-add-loaded-lib", "-class-named", "-make-interface", "-make-record", "-protocol-fn", "-walk",
    "alter-var-root", "apply", "array-map", "assoc", "atom", "bound?", "chunk", "chunk-append", "chunk-buffer",
    "chunk-cons", "chunk-first", "chunk-rest", "ex-message", "filter", "get", "global-hierarchy", "in-ns", "inc",
    "into", "long-array", "map", "max", "merge", "nth", "odd?", "pop-thread-bindings", "push-thread-bindings",
    "range", "reduce", "refer", "seq-to-map-for-destructuring", "str", "swap!", "update", "vec",
};
const std::set<std::string> allowed_classes = {"clojure.lang.IRecord", "clojure.lang.IType", "clojure.lang.LazySeq",
                                               "clojure.lang.MultiFn", "java.lang.Exception"};

std::atomic<std::chrono::steady_clock::rep> deadline{0};  // 0: nothing runs
std::atomic<bool> expired{false};
gc::Mutator* mutator;

// From then on every call and every turn of a loop throws, handlers' too.
void request_safepoint() {
  mutator->safepoint_requested.store(true);
  if (mutator->poll_word != nullptr) mutator->poll_word->store(0);
}

void watch() {
  for (;;) {
    std::this_thread::sleep_for(kMostTime / 10);
    auto end = deadline.load();
    if (end == 0 || std::chrono::steady_clock::now().time_since_epoch().count() < end) continue;
    expired = true;
    request_safepoint();
  }
}

void end_if_expired(gc::Mutator& m) {
  if (!expired) return;
  m.safepoint_requested.store(true);
  throw_value(roots.out_of_memory_error);
}

void start() {
  static bool started = [] {
    // Faults are findings here, and none are how the image is unpacked.
    setenv(kUnpackVariable, "1", 1);
    gc::Options options;
    options.max_heap_bytes = size_t{64} << 20;
    gc::initialize(options);
    // A program that has run out of time throws at each level of a recursion with handlers, which takes a millisecond under
    // the address sanitizer.
    exec::stack_bytes = size_t{1} << 20;
    mutator = (new gc::ThreadScope(4 << 20), gc::current_mutator);
    register_builtins();
    exec::initialize();
    gc::upcalls.finalize = finalize_builtin;
    gc::upcalls.out_of_memory = [] { throw_value(roots.out_of_memory_error); };
    gc::upcalls.came_to_safepoint = end_if_expired;
    launch::install_lean_upcalls();
    launch::set_image_hooks();
    std::string error;
    const launch::Attachments& own = launch::attachments();
    // The sanitizer's, or libFuzzer's.
    struct sigaction segv, bus;
    sigaction(SIGSEGV, nullptr, &segv);
    sigaction(SIGBUS, nullptr, &bus);
    if (!image::load_image(own.path, own.image_offset, image::runtime_roots(), false, error)) {
      std::fprintf(stderr, "%s\n", error.c_str());
      std::abort();
    }
    sigaction(SIGSEGV, &segv, nullptr);
    sigaction(SIGBUS, &bus, nullptr);
    new BindingScope(launch::session_bindings());
    std::thread(watch).detach();
    return true;
  }();
  (void)started;
}

// Whether the bundle names nothing but what is allowed, and its own.
bool is_harmless(const bytecode::BundleView& bundle) {
  std::set<std::string> own;
  for (const auto& ns : bundle.namespaces()) own.insert(bundle.string_text(ns.name));
  auto is_allowed = [&](const std::string& ns, const std::string& name) {
    return own.contains(ns) || (ns == "clojure.core" && allowed_vars.contains(name));
  };
  for (size_t at : bundle.constant_offsets()) {
    auto tag = static_cast<bytecode::ConstantTag>(bundle.constant_bytes()[at++]);
    auto next_string = [&] {
      uint64_t index = 0;
      bytecode::read_varint(bundle.constant_bytes(), at, index);
      return bundle.string_text(static_cast<uint32_t>(index));
    };
    if (tag == bytecode::ConstantTag::kVar) {
      std::string ns = next_string();
      if (!is_allowed(ns, next_string())) return false;
    } else if (tag == bytecode::ConstantTag::kClass) {
      std::string name = next_string();
      if (!allowed_classes.contains(name) && !own.contains(name.substr(0, name.rfind('.')))) return false;
    }
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  start();
  // Never given back: functions of the bundle may outlive the run. scripts/fuzz starts anew now and then.
  auto* copy = static_cast<char*>(std::aligned_alloc(4096, (size + 4096) & ~size_t{4095}));
  std::copy(data, data + size, copy);
  bytecode::BundleView view;
  if (!view.open({copy, size}, false).empty() || !verify_bundle(view).empty() || !is_harmless(view)) {
    std::free(copy);
    return 0;
  }
  deadline = (std::chrono::steady_clock::now() + kMostTime).time_since_epoch().count();
  fuzz::expect_value_or_exception([&] {
    exec::LoadedBundle* bundle = exec::load_bundle(view);
    for (uint32_t ns = 0; ns < view.namespaces().size(); ++ns) exec::run_namespace(bundle, ns);
  });
  deadline = 0;
  expired = false;
  return 0;
}
