// Proxies: instances of classes that programs derive, at run time, from host classes.
#include "class_table.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "host_members.h"
#include "throwable.h"

namespace clj {
namespace {

// A copy of the proxy class whose methods are this instance's own.
Class* make_own_class(Value proxy_class) {
  Class* own = gc::make<Class>();
  const Class* shared = cast<Class>(proxy_class);
  own->name = shared->name;
  own->superclass = shared->superclass;
  own->interfaces = shared->interfaces;
  own->ancestors = shared->ancestors;
  Value fields = cast<Class>(shared->superclass)->fields;
  own->fields = fields.is_nil() ? roots.empty_vector : fields;
  own->methods.store(roots.empty_array_map);
  own->extra = proxy_class;
  own->cache_hash(shared->cached_hash());
  own->set_flag(Class::kDeftype);
  return own;
}

bool has_constructor(Value cls) {
  return find_host_member_named(cls, MemberKind::kConstructor, "new") || is_throwable_class(cls) ||
         !cast<Class>(cls)->fields.is_nil();
}

Value make_without_state(Class* own) {
  auto* instance = gc::make_with_slots<Instance>(0);
  instance->type = Value::object(own);
  return Value::object(instance);
}

}  // namespace

Value make_proxy(Value proxy_class, Value* args, uint32_t count) {
  Class* own = make_own_class(proxy_class);
  Value superclass = own->superclass;
  // Abstract classes whose state is the program's affair.
  if (superclass == object_class() || !has_constructor(superclass)) return make_without_state(own);
  Value made = construct(superclass, args, count);
  if (own_class(made).is_nil()) {
    throw_error(Error::kUnsupportedOperation, "proxy cannot extend " + to_utf8(cast<Class>(superclass)->name));
  }
  made.as_object()->slot_array()[0] = Value::object(own);
  gc::write_barrier(made.as_object());
  return made;
}

}  // namespace clj
