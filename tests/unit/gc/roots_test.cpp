// Everything the collector starts from, one at a time.
#include <memory>
#include <vector>

#include "support.h"

using namespace gc_test;
namespace gc = clj::gc;

namespace {

// Allocates in a frame of its own, so that only the returned place refers to the object.
[[gnu::noinline]] void put(Value& place, int64_t n) {
  Object* o = array(1);
  slot(o, 0) = Value::inline_long(n);
  place = Value::object(o);
}
void churn() {
  clear_stack();
  for (int round = 0; round < 3; ++round) {
    gc::collect(round != 1);
    for (int i = 0; i < 20000; ++i) slot(array(1), 0) = Value::inline_long(-1);
  }
}
bool holds(Value v, int64_t n) { return slot(v.as_object(), 0) == Value::inline_long(n); }

Value static_roots[2];
void register_static_roots() {
  static bool done = (gc::add_static_roots(static_roots, 2), true);
  (void)done;
}
Value vm_stack[3];

}  // namespace

TEST_CASE("value lists, registered ranges, static roots and mutator fields are roots") {
  TestHeap heap;
  gc::ValueList list;
  for (int i = 0; i < 100; ++i) {
    Value v;
    put(v, i);
    list.push_back(v);
  }
  auto arena = std::make_unique<Value[]>(50);
  gc::add_conservative_range(arena.get(), 50 * sizeof(Value));
  put(arena[49], 1049);
  register_static_roots();
  put(static_roots[1], 2001);
  put(gc::mutator().bindings, 1);
  put(gc::mutator().pending_exception, 2);
  put(gc::mutator().thread_object, 3);
  churn();
  for (int i = 0; i < 100; ++i) REQUIRE(holds(list[static_cast<size_t>(i)], i));
  REQUIRE(holds(arena[49], 1049));
  REQUIRE(holds(static_roots[1], 2001));
  REQUIRE(holds(gc::mutator().bindings, 1));
  REQUIRE(holds(gc::mutator().pending_exception, 2));
  REQUIRE(holds(gc::mutator().thread_object, 3));
  gc::remove_conservative_range(arena.get());
}

TEST_CASE("root ranges are destroyed in any order") {
  TestHeap heap;
  auto a = std::make_unique<gc::ValueList>();
  auto b = std::make_unique<gc::ValueList>();
  auto c = std::make_unique<gc::ValueList>();
  for (auto* list : {a.get(), b.get(), c.get()}) {
    list->resize(1);
    put((*list)[0], 7);
  }
  b.reset();
  churn();
  REQUIRE(holds((*a)[0], 7));
  a.reset();
  churn();
  REQUIRE(holds((*c)[0], 7));
}

TEST_CASE("the interpreter's stack is visited, and words that are no objects do no harm") {
  TestHeap heap;
  gc::upcalls.visit_vm_stack = [](gc::Mutator&, void (*visit)(void*, Value), void* context) {
    for (Value v : vm_stack) visit(context, v);
  };
  gc::mutator().vm = vm_stack;
  put(vm_stack[0], 5);
  vm_stack[1] = Value::from_bits(0x12345678);
  vm_stack[2] = Value::dbl(1.5);
  churn();
  REQUIRE(holds(vm_stack[0], 5));
  gc::mutator().vm = nullptr;
  gc::upcalls.visit_vm_stack = nullptr;
}

TEST_CASE("visit_reachable visits each object reachable from the static roots once, in order") {
  TestHeap heap;
  register_static_roots();
  static_roots[0] = Value::nil();
  Object* top = array(3);
  Object* shared = array(0);
  slot(top, 0) = Value::object(shared);
  slot(top, 1) = Value::object(top);
  Object* last = array(1);
  slot(last, 0) = Value::object(shared);
  slot(top, 2) = Value::object(last);
  static_roots[1] = Value::object(top);
  std::vector<Object*> seen;
  gc::visit_reachable([](void* context, Object* o) { static_cast<std::vector<Object*>*>(context)->push_back(o); }, &seen);
  REQUIRE(seen == std::vector<Object*>{top, shared, last});
  static_roots[1] = Value::nil();
}

TEST_CASE("a finalizer runs once, after its object has become unreachable") {
  TestHeap heap;
  static int finalized;
  static int64_t sum;
  finalized = 0;
  sum = 0;
  gc::upcalls.finalize = [](Object* o) {
    ++finalized;
    sum += slot(child(o, 0), 0).as_inline_long();  // what it refers to is still there
  };
  gc::ValueList kept;
  [&]() __attribute__((noinline)) {
    for (int i = 0; i < 100; ++i) {
      Object* o = array(1);
      Value inner;
      put(inner, 1);
      store(o, 0, inner);
      gc::register_finalizer(o);
      if (i % 2) kept.push_back(Value::object(o));
    }
  }();
  clear_stack();
  gc::collect(false);
  // Conservative stacks may keep a few.
  REQUIRE(finalized >= 40);
  REQUIRE(finalized <= 50);
  REQUIRE(sum == finalized);
  kept.clear();
  clear_stack();
  gc::collect(true);
  REQUIRE(finalized >= 90);
  gc::collect(true);
  REQUIRE(finalized <= 100);
  REQUIRE(sum == finalized);
  gc::upcalls.finalize = nullptr;
}

TEST_CASE("objects of an image are never collected, and their changes are seen") {
  TestHeap heap;
  alignas(16) static unsigned char image[64];
  static uint8_t metadata[4 + 7] = {gc::kMetaStart, gc::kMetaEnd, gc::kMetaStart, gc::kMetaEnd};
  auto* first = reinterpret_cast<Object*>(image);
  auto* second = reinterpret_cast<Object*>(image + 32);
  for (Object* o : {first, second}) {
    o->kind = Kind::kObjectArray;
    o->slots = 2;
    o->flags.store(clj::kFlagOld);
  }
  slot(first, 0) = Value::object(second);
  gc::adopt_image(image, sizeof image, metadata);
  REQUIRE(gc::object_bytes(first) == 32);
  [&]() __attribute__((noinline)) {
    Value v;
    put(v, 77);
    store(second, 1, v);
  }();
  for (int round = 0; round < 3; ++round) {
    churn();
    REQUIRE(holds(slot(second, 1), 77));
  }
  [&]() __attribute__((noinline)) {
    Value v;
    put(v, 78);
    store(second, 1, v);
  }();
  churn();
  REQUIRE(holds(slot(second, 1), 78));
  slot(second, 1) = Value::nil();
}
