// java.lang.System and Runtime.
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "clj/builtins/builtins.h"
#include "clj/core/array.h"
#include "clj/io/class_path.h"
#include "clj/core/refs.h"
#include "clj/core/scalar.h"
#include "clj/io/writer.h"
#include "host_support.h"

extern char** environ;

namespace clj {

namespace {

// The first thread that ends the program does so. The others, a hook and a signal's among them, wait for it.
void claim_shutdown() {
  static std::atomic_flag claimed;
  if (!claimed.test_and_set()) return;
  gc::BlockingRegion region;
  for (;;) pause();
}

}  // namespace

// The hooks are Threads in an atom, which is nil from here on: no more are added. One that cannot be started, because the
// program has done so, keeps none of the others from running.
void run_shutdown_hooks() {
  claim_shutdown();
  Var* var = cast<Var>(intern_var("clojure.core", "-shutdown-hooks"));
  Atom* hooks = var->is_bound() ? try_cast<Atom>(deref(var)) : nullptr;
  if (!hooks) return;
  Value threads;
  atom_reset(Value::object(hooks), Value::nil(), &threads);
  for (const char* method : {"start", "join"}) {
    for_each(threads, [&](Value thread) {
      try {
        call_host_method(make_symbol("", method), &thread, 1);
      } catch (const ClojureThrow&) {
      }
      return true;
    });
  }
}

}  // namespace clj

namespace clj::builtins::host {
namespace {

std::string user_home() {
  const char* home = std::getenv("HOME");
  return home ? home : "?";
}
std::string user_name() {
  const char* name = std::getenv("USER");
  return name ? name : (getuid() == 0 ? "root" : "?");
}
std::string working_directory() {
  char path[PATH_MAX];
  return getcwd(path, sizeof path) ? path : ".";
}
std::string machine() {
  utsname names;
  if (uname(&names) != 0) return "unknown";
  std::string text = names.machine;
  return text == "x86_64" ? "amd64" : text;
}
std::string kernel_release() {
  utsname names;
  return uname(&names) == 0 ? names.release : "unknown";
}

std::string class_path_text() {
  std::string text;
  for (const std::string& entry : io::class_path()) text += (text.empty() ? "" : ":") + entry;
  return text;
}

// The properties a program starts with. The version is that of the Java platform whose
// behaviour the host classes have.
Value initial_properties() {
  const std::pair<const char*, std::string> rows[] = {
      {"line.separator", "\n"},
      {"file.separator", "/"},
      {"path.separator", ":"},
      {"java.version", "17"},
      {"java.specification.version", "17"},
      {"java.vm.specification.version", "17"},
      {"java.class.version", "61.0"},
      {"java.runtime.name", "cljvm"},
      {"java.runtime.version", "17"},
      {"java.vendor", "cljvm"},
      {"java.vm.vendor", "cljvm"},
      {"java.vm.version", "17"},
      {"java.vm.name", "cljvm"},
      {"java.io.tmpdir", "/tmp"},
      {"java.class.path", class_path_text()},
      {"file.encoding", "UTF-8"},
      {"native.encoding", "UTF-8"},
      {"sun.jnu.encoding", "UTF-8"},
      {"sun.arch.data.model", "64"},
      {"user.language", "en"},
      {"os.name", "Linux"},
      {"os.arch", machine()},
      {"os.version", kernel_release()},
      {"user.dir", working_directory()},
      {"user.home", user_home()},
      {"user.name", user_name()},
  };
  Value map = make_map(nullptr, 0);
  for (const auto& [name, value] : rows) map = assoc(map, make_string(name), make_string(value));
  return map;
}

std::atomic_ref<Value> properties() { return std::atomic_ref<Value>(roots.system_properties); }

Value current_properties() {
  Value map = properties().load();
  if (!map.is_nil()) return map;
  Value initial = initial_properties();
  return properties().compare_exchange_strong(map, initial) ? initial : map;
}

// Returns the map before the update.
template <class Update>
Value update_properties(Update update) {
  Value old = current_properties();
  while (!properties().compare_exchange_weak(old, update(old))) {
  }
  return old;
}

[[noreturn]] void end_process(int status) {
  io::flush_standard();
  std::fflush(nullptr);
  // Other threads may still run; their state must not be torn down under them.
  std::_Exit(status);
}

}  // namespace

CLJ_FN(system_current_time_millis) {
  auto now = std::chrono::system_clock::now().time_since_epoch();
  return make_long(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}
// There is no class Console: docs/differences.md.
CLJ_FN(system_console) { return Value::nil(); }
CLJ_FN(system_nano_time) {
  auto now = std::chrono::steady_clock::now().time_since_epoch();
  return make_long(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
}
static Value property_key(Value key) {
  if (key.is_nil()) throw_error(Error::kNullPointer, "key can't be null");
  if (is_string(key) && as_string(key)->length == 0) throw_error(Error::kIllegalArgument, "key can't be empty");
  return Value::object(string_arg(key));
}
CLJ_FN(system_get_property) {
  return get(current_properties(), property_key(args[0]), count > 1 ? args[1] : Value::nil());
}
CLJ_FN(system_set_property) {
  Value key = property_key(args[0]), value = Value::object(string_arg(args[1]));
  return get(update_properties([&](Value map) { return assoc(map, key, value); }), key);
}
CLJ_FN(system_clear_property) {
  Value key = property_key(args[0]);
  return get(update_properties([&](Value map) { return dissoc(map, key); }), key);
}
CLJ_FN(system_property_map) { return current_properties(); }
CLJ_FN(system_getenv) {
  if (count == 1) {
    std::string name = to_utf8(string_arg(args[0]));
    const char* value = name.find('\0') == std::string::npos ? std::getenv(name.c_str()) : nullptr;
    return value ? make_string(value) : Value::nil();
  }
  Value map = make_map(nullptr, 0);
  for (char** entry = environ; *entry; ++entry) {
    std::string_view text = *entry;
    size_t split = text.find('=');
    if (split == std::string_view::npos) continue;
    map = assoc(map, make_string(text.substr(0, split)), make_string(text.substr(split + 1)));
  }
  return map;
}
CLJ_FN(runtime_halt) { end_process(int_arg(args[1])); }
CLJ_FN(system_exit) {
  int status = int_arg(args[0]);
  // What is still in *out* is written, as the JVM's unbuffered stream would have.
  Value flush = intern_var("clojure.core", "flush");
  if (cast<Var>(flush)->is_bound()) {
    try {
      invoke(deref(cast<Var>(flush)));
    } catch (const ClojureThrow&) {
      // The process ends all the same.
    }
  }
  run_shutdown_hooks();
  end_process(status);
}
CLJ_FN(runtime_exit) { return system_exit(args + 1, 1); }
CLJ_FN(system_identity_hash_code) {
  if (args[0].is_nil()) return integer(0);
  // What is no object has no identity but its value. An object's is its hashCode, when it has none of its own.
  uint32_t hash = args[0].is_object() ? identity_hash(args[0].as_object()) : murmur3::hash_long(args[0].bits() >> 4);
  return integer(static_cast<int32_t>(hash & 0x7FFFFFFF));
}
CLJ_FN(reflect_array_set) {
  set_reflectively(check_array(args[0]), to_int(args[1]), args[2]);
  return Value::nil();
}
CLJ_FN(system_arraycopy) {
  if (args[0].is_nil() || args[2].is_nil()) throw_error(Error::kNullPointer);
  for (int i : {0, 2}) {
    if (!is_array(args[i])) throw_error(Error::kArrayStore, "arraycopy: " + std::string(i ? "destination" : "source") + " type " + class_name(args[i]) + " is not an array");
  }
  array_copy(args[0], int_arg(args[1]), args[2], int_arg(args[3]), int_arg(args[4]));
  return Value::nil();
}
CLJ_FN(system_line_separator) { return make_string("\n"); }
CLJ_FN(system_gc) {
  gc::collect(true);
  return Value::nil();
}

CLJ_FN(runtime_get_runtime) {
  auto* object = gc::make<HostObject>();
  object->type = find_class("java.lang.Runtime");
  return Value::object(object);
}
CLJ_FN(runtime_available_processors) {
  return integer(static_cast<int32_t>(std::max(1u, std::thread::hardware_concurrency())));
}
CLJ_FN(runtime_total_memory) { return make_long(static_cast<int64_t>(gc::statistics().heap_bytes)); }
CLJ_FN(runtime_free_memory) {
  auto s = gc::statistics();
  return make_long(static_cast<int64_t>(s.heap_bytes - std::min(s.heap_bytes, s.live_bytes)));
}
CLJ_FN(runtime_max_memory) {
  struct sysinfo memory;
  if (sysinfo(&memory) != 0) return make_long(INT64_MAX);
  return make_long(static_cast<int64_t>(memory.totalram * memory.mem_unit / 4 * 3));
}

}  // namespace clj::builtins::host
