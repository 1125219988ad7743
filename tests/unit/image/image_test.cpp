// An image written here is mapped by a second process (this program, run for a hidden test).
#include "clj/image/image.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "clj/base/file.h"
#include "clj/core/collections.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"

using namespace clj;

namespace {

constexpr size_t kStackBytes = size_t{4} << 20;

Object* array(uint16_t slots) {
  return gc::allocate_object(Kind::kObjectArray, slots, sizeof(Object) + slots * sizeof(Value));
}
Value& slot(Value v, uint64_t i) { return v.as_object()->slot_array()[i]; }

// Six roots: a graph with a cycle and sharing, a long array, a number, text.
struct TestRoots {
  Value values[6];
  TestRoots() {
    Value a = Value::object(array(3));
    Value b = Value::object(array(2));
    slot(a, 0) = b;
    slot(a, 1) = a;
    slot(a, 2) = Value::inline_long(-7);
    slot(b, 0) = a;
    slot(b, 1) = Value::dbl(2.5);
    Object* large = gc::allocate_object(Kind::kObjectArray, Object::kManySlots, sizeof(Object) + 8 + 70000 * 8);
    *reinterpret_cast<uint64_t*>(large + 1) = 70000;
    large->slot_array()[69999] = b;
    values[0] = a;
    values[1] = b;
    values[2] = Value::object(large);
    values[3] = Value::inline_long(12);
    values[4] = make_string("text in an image");
    values[5] = Value::nil();
  }
  image::RootSpan span() { return {values, 6}; }
};

void check_graph(Value* roots) {
  REQUIRE(slot(roots[0], 0) == roots[1]);
  REQUIRE(slot(roots[0], 1) == roots[0]);
  REQUIRE(slot(roots[0], 2).as_inline_long() == -7);
  REQUIRE(slot(roots[1], 0) == roots[0]);
  REQUIRE(slot(roots[1], 1).as_double() == 2.5);
  REQUIRE(roots[2].as_object()->slot_count() == 70000);
  REQUIRE(slot(roots[2], 69999) == roots[1]);
  REQUIRE(gc::object_bytes(roots[2].as_object()) == 560016);
  REQUIRE(roots[3].as_inline_long() == 12);
  REQUIRE(to_utf8(roots[4]) == "text in an image");
  REQUIRE(roots[5].is_nil());
}

std::string temporary(const char* name) {
  return "/tmp/cljvm-" + std::string(name) + "-" + std::to_string(getpid());
}

// Runs a hidden test of this program in a new process. True when it passed.
bool run_hidden(const char* test, const std::string& image) {
  setenv("CLJ_TEST_IMAGE", image.c_str(), 1);
  return std::system(("/proc/" + std::to_string(getpid()) + "/exe '" + test + "' >/dev/null").c_str()) == 0;
}
std::string hidden_image() { return std::getenv("CLJ_TEST_IMAGE") ? std::getenv("CLJ_TEST_IMAGE") : ""; }

void load_and_mutate() {
  gc::Options options;
  options.verify = true;
  gc::initialize(options);
  gc::ThreadScope scope(kStackBytes);
  static Value loaded[6];
  std::string error;
  REQUIRE(image::load_image(hidden_image(), 8192, {loaded, 6}, true, error));
  check_graph(loaded);
  for (int round = 0; round < 6; ++round) {
    [&]() __attribute__((noinline)) {
      Object* young = array(1);
      young->slot_array()[0] = Value::inline_long(round);
      slot(loaded[2], 5) = Value::object(young);
      gc::write_barrier(loaded[2].as_object());
    }();
    gc::collect(round % 2);
    for (int i = 0; i < 20000; ++i) array(3);
    gc::collect(round % 3 == 0);
    REQUIRE(slot(slot(loaded[2], 5), 0) == Value::inline_long(round));
  }
  check_graph(loaded);
}

// The image behind two pages of something else, as behind an executable.
std::string write_shifted(const std::string& bytes, const char* name) {
  std::string path = temporary(name);
  REQUIRE(write_file(path, std::string(8192, 'x') + bytes));
  return path;
}

}  // namespace

TEST_CASE("an image is mapped by a new process, changed there, and survives collections") {
  gc::ThreadScope scope(kStackBytes);
  TestRoots roots;
  std::string bytes, again, error;
  REQUIRE(image::make_image(roots.span(), {}, bytes, error));
  for (int i = 0; i < 1000; ++i) array(5);
  REQUIRE(image::make_image(roots.span(), {}, again, error));
  REQUIRE(bytes == again);
  REQUIRE(bytes.size() % 4096 == 0);
  std::string path = write_shifted(bytes, "image");
  REQUIRE(run_hidden("hidden: load and mutate", path));
  REQUIRE(run_hidden("hidden: load elsewhere", path));
  unlink(path.c_str());
}

TEST_CASE("hidden: load and mutate", "[.]") { load_and_mutate(); }

TEST_CASE("hidden: load elsewhere", "[.]") {
  void* taken = mmap(reinterpret_cast<void*>(image::kImageBase), 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  REQUIRE(taken == reinterpret_cast<void*>(image::kImageBase));
  load_and_mutate();
}

TEST_CASE("what cold slots lead to is compressed, and there when it is touched") {
  gc::ThreadScope scope(kStackBytes);
  TestRoots roots;
  std::string plain, bytes, error;
  REQUIRE(image::make_image(roots.span(), {}, plain, error));
  // A slot may be given twice.
  REQUIRE(image::make_image(roots.span(), {&roots.values[2], &roots.values[4], &roots.values[2]}, bytes, error));
  check_graph(roots.values);
  REQUIRE(bytes.size() < plain.size() / 10);  // the long array of nils
  std::string path = write_shifted(bytes, "cold");
  REQUIRE(run_hidden("hidden: load and mutate", path));
  REQUIRE(run_hidden("hidden: load elsewhere", path));
  REQUIRE(run_hidden("hidden: threads touch the cold part", path));
  unlink(path.c_str());
}

TEST_CASE("hidden: threads touch the cold part", "[.]") {
  gc::initialize(gc::Options());
  gc::ThreadScope scope(kStackBytes);
  static Value loaded[6];
  std::string error;
  REQUIRE(image::load_image(hidden_image(), 8192, {loaded, 6}, true, error));
  std::vector<std::thread> threads;
  std::atomic<int> right{0};
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { right += loaded[2].as_object()->slot_count() == 70000 && slot(loaded[2], 69999) == loaded[1]; });
  }
  for (std::thread& thread : threads) thread.join();
  REQUIRE(right == 4);
}

namespace {

// Objects whose raw bytes hold their own address, in several chunks.
constexpr uint64_t kNatives = 20000;
uint64_t& own_address(Object* object) { return *reinterpret_cast<uint64_t*>(object->slot_array() + 1); }

void use_own_addresses() {
  image::Hook hook;
  hook.prepare = [](Object* copy, uint64_t address, const Object*) { own_address(copy) = address; };
  hook.relocate = [](Object* object, int64_t delta) { own_address(object) += static_cast<uint64_t>(delta); };
  hook.convert = [](Object* object, uint64_t address, size_t bytes, image::Pointers to) {
    // The chunk may end amid the object.
    if (bytes < sizeof(Object) + 2 * sizeof(Value)) return;
    own_address(object) += to == image::Pointers::kRelative ? -address : address;
  };
  image::set_hook(Kind::kTreeFn, hook);
}

void check_own_addresses() {
  gc::initialize(gc::Options());
  gc::ThreadScope scope(kStackBytes);
  use_own_addresses();
  static Value loaded[1];
  std::string error;
  REQUIRE(image::load_image(hidden_image(), 8192, {loaded, 1}, true, error));
  uint64_t right = 0;
  for (uint64_t i = 0; i < kNatives; ++i) {
    Object* native = slot(loaded[0], i).as_object();
    right += own_address(native) == reinterpret_cast<uint64_t>(native);
  }
  REQUIRE(right == kNatives);
}

}  // namespace

TEST_CASE("native pointers in the cold part are converted to relative ones, which pack well, and back") {
  gc::ThreadScope scope(kStackBytes);
  Object* natives = gc::allocate_object(Kind::kObjectArray, Object::kManySlots, sizeof(Object) + 8 + kNatives * 8);
  *reinterpret_cast<uint64_t*>(natives + 1) = kNatives;
  Value root = Value::object(natives);
  for (uint64_t i = 0; i < kNatives; ++i) {
    slot(root, i) = Value::object(gc::allocate_object(Kind::kTreeFn, 1, sizeof(Object) + 24));
  }
  use_own_addresses();
  std::string converted, plain, error;
  REQUIRE(image::make_image({&root, 1}, {&root}, converted, error));
  image::Hook without = {[](Object* copy, uint64_t address, const Object*) { own_address(copy) = address; }};
  image::set_hook(Kind::kTreeFn, without);
  REQUIRE(image::make_image({&root, 1}, {&root}, plain, error));
  image::set_hook(Kind::kTreeFn, {});
  REQUIRE(converted.size() < plain.size() * 3 / 4);
  std::string path = write_shifted(converted, "converted");
  REQUIRE(run_hidden("hidden: own addresses", path));
  REQUIRE(run_hidden("hidden: own addresses elsewhere", path));
  unlink(path.c_str());
}

TEST_CASE("hidden: own addresses", "[.]") { check_own_addresses(); }

TEST_CASE("hidden: own addresses elsewhere", "[.]") {
  void* taken = mmap(reinterpret_cast<void*>(image::kImageBase), 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  REQUIRE(taken == reinterpret_cast<void*>(image::kImageBase));
  check_own_addresses();
}

TEST_CASE("a file that is no image, is damaged or cut short is refused") {
  gc::ThreadScope scope(kStackBytes);
  TestRoots roots;
  std::string bytes, error;
  REQUIRE(image::make_image(roots.span(), {}, bytes, error));
  Value into[6];
  auto refused = [&](const std::string& contents, const char* reason) {
    std::string path = write_shifted(contents, "bad");
    REQUIRE_FALSE(image::load_image(path, 8192, {into, 6}, true, error));
    unlink(path.c_str());
    REQUIRE(error.find(reason) != std::string::npos);
  };
  refused(std::string(8192, 'y'), "is no boot image");
  refused("", "cut short");
  refused(bytes.substr(0, bytes.size() - 4096), "cut short");
  std::string damaged = bytes;
  damaged[9000] ^= 1;
  refused(damaged, "damaged");
  std::string other_build = bytes;
  other_build[16] ^= 1;
  refused(other_build, "another build");
  REQUIRE_FALSE(image::load_image("/nonexistent/image", 0, {into, 6}, true, error));
  REQUIRE(error.find("could not be opened") != std::string::npos);
}

TEST_CASE("native state in an image needs a hook") {
  gc::ThreadScope scope(kStackBytes);
  Object* native = gc::allocate_object(Kind::kTreeFn, 1, sizeof(Object) + 24);
  native->slot_array()[0] = make_string("user/f");
  Object* holder = array(1);
  holder->slot_array()[0] = Value::object(native);
  Value root = Value::object(holder);
  std::string bytes, error;
  REQUIRE(image::make_image({&root, 1}, {}, bytes, error));
  std::memset(static_cast<void*>(native->slot_array() + 1), 1, 16);
  REQUIRE_FALSE(image::make_image({&root, 1}, {}, bytes, error));
  REQUIRE(error.find("kind TreeFn") != std::string::npos);
  REQUIRE(error.find("TreeFn \"user/f\" <- ObjectArray") != std::string::npos);
  auto forget = [](Object* copy, uint64_t, const Object*) { std::memset(static_cast<void*>(copy->slot_array() + 1), 0, 16); };
  image::set_hook(Kind::kTreeFn, {forget, nullptr});
  REQUIRE(image::make_image({&root, 1}, {}, bytes, error));
  image::set_hook(Kind::kTreeFn, {});
}

TEST_CASE("the runtime's roots survive in an image") {
  gc::ThreadScope scope(kStackBytes);
  bootstrap_core();
  std::string path = temporary("roots"), error;
  REQUIRE(image::write_image(path, image::runtime_roots(), {}, error));
  REQUIRE(run_hidden("hidden: runtime roots", path));
  unlink(path.c_str());
}

TEST_CASE("hidden: runtime roots", "[.]") {
  gc::ThreadScope scope(kStackBytes);
  std::string error;
  REQUIRE(image::load_image(hidden_image(), 0, image::runtime_roots(), false, error));
  REQUIRE(make_keyword("", "line") == roots.kw_line);
  REQUIRE(find_namespace(make_symbol("", "clojure.core")) == roots.core_ns);
  Value map = assoc(roots.empty_array_map, roots.kw_line, make_string("x"));
  gc::collect(true);
  REQUIRE(to_utf8(get(map, roots.kw_line)) == "x");
  REQUIRE(make_keyword("", "a-new-one") == make_keyword("", "a-new-one"));
}
