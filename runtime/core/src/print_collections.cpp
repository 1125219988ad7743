// Lists, vectors, sets, maps, records, and the metadata before them.
#include <optional>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/record.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "printer.h"

namespace clj {
namespace {

// The entries as the printer takes them apart: those of a program's own map may be any vectors of two.
void for_each_printed(Value map, StepKv step, void* context) {
  if (!is_kind(map, Kind::kInstance) || is_record(map)) {
    for_each_kv(map, step, context);
  } else {
    for_each(map, [&](Value e) { return step(context, nth(e, 0, Value::nil()), nth(e, 1, Value::nil())); });
  }
}

template <class Step>
void for_each_printed(Value map, Step&& step) {
  for_each_printed(map, [](void* context, Value k, Value v) { return (*static_cast<std::remove_reference_t<Step>*>(context))(k, v); },
                   &step);
}

}  // namespace

// One level deeper into *print-level*. Programs' own print-methods see it through the var.
class Printer::Nesting {
 public:
  explicit Nesting(Printer& printer) : printer_(printer) {
    if (printer.level_ == kUnlimited) return;
    too_deep_ = printer.level_ == 0;
    if (too_deep_) return;
    --printer.level_;
    counted_ = true;
    if (print_hooks.is_extended && is_kind(roots.var_print_level, Kind::kVar)) {
      Value binding[] = {roots.var_print_level, Value::inline_long(printer.level_)};
      bound_.emplace(make_map(binding, 2));
    }
  }
  ~Nesting() {
    if (counted_) ++printer_.level_;
  }
  Nesting(const Nesting&) = delete;
  bool too_deep() const { return too_deep_; }

 private:
  Printer& printer_;
  bool too_deep_ = false, counted_ = false;
  std::optional<BindingScope> bound_;
};

void Printer::print_meta(Value v) {
  if (!meta_) return;
  Value m = meta(v);
  if (m.is_nil() || count(m) == 0) return;
  write("^");
  Value tag = count(m) == 1 ? get(m, roots.kw_tag) : Value::nil();
  print(tag.truthy() ? tag : m);
  write(" ");
}

namespace {

// Whether walking `s` may run the program's code.
bool is_lazy(Value s) {
  switch (s.as_object()->kind) {
    case Kind::kLazySeq: case Kind::kCons: case Kind::kChunkedCons: case Kind::kIterate: case Kind::kCycle:
    case Kind::kIteratorSeq: case Kind::kEnumerationSeq: case Kind::kInstance: case Kind::kHostObject:
      return true;
    default:
      return false;
  }
}

// Whether the seq after `s` is there already.
bool next_is_ready(Value s) {
  Value tail;
  if (auto* chunked = try_cast<ChunkedCons>(s)) {
    if (chunked->start + 1 < chunked->end) return true;
    tail = chunked->more;
  } else if (is_kind(s, Kind::kCons)) {
    tail = rest(s);
  } else {
    return !is_lazy(s);
  }
  if (auto* lazy = try_cast<LazySeq>(tail)) return is_realized(lazy);
  return !tail.is_object() || !is_lazy(tail);
}

}  // namespace

void Printer::print_sequential(std::string_view begin, Value coll, std::string_view end) {
  Nesting nesting(*this);
  if (nesting.too_deep()) return write("#");
  write(begin);
  if (is_lazy(coll)) {
    print_lazily(coll);
  } else {
    bool is_first = true;
    int64_t left = length_;
    for_each(coll, [&](Value item) {
      if (!is_first) write(" ");
      is_first = false;
      if (length_ != kUnlimited && left-- == 0) {
        write("...");
        return false;
      }
      print(item);
      return true;
    });
  }
  write(end);
}

// Element by element in the JVM's order: the next one is asked for before one is printed.
void Printer::print_lazily(Value coll) {
  flush();
  Value s = seq(coll);
  coll = Value::nil();
  for (int64_t left = length_; !s.is_nil(); --left) {
    if (!next_is_ready(s)) flush();
    Value item = first(s);
    s = next(s);
    if (length_ != kUnlimited && left == 0) return write("...");
    print(item);
    if (!s.is_nil()) write(" ");
  }
}

// Whether all keys are keywords or symbols of one namespace.
bool Printer::common_namespace(Value map, Value& ns) {
  bool common = true;
  ns = Value::nil();
  for_each_printed(map, [&](Value key, Value) {
    Value symbol = is_keyword(key) ? cast<Keyword>(key)->symbol : key;
    Value key_ns = is_symbol(symbol) ? cast<Symbol>(symbol)->ns : Value::nil();
    common = !key_ns.is_nil() && (ns.is_nil() || equal(as_string(ns), as_string(key_ns)));
    ns = key_ns;
    return common;
  });
  return common && !ns.is_nil();
}

void Printer::print_entry_key(Value key, bool lifted) {
  if (!lifted) return print(key);
  bool keyword = is_keyword(key);
  Value symbol = keyword ? cast<Keyword>(key)->symbol : key;
  Value bare = make_symbol(Value::nil(), cast<Symbol>(symbol)->name);
  print(keyword ? make_keyword(bare) : bare);
}

void Printer::print_map(Value map, bool lift_namespace) {
  Nesting nesting(*this);
  if (nesting.too_deep()) return write("#");
  Value ns;
  bool lifted = lift_namespace && namespace_maps_ && common_namespace(map, ns);
  if (lifted) {
    write("#:");
    write_string(ns);
  }
  write("{");
  bool is_first = true;
  int64_t left = length_;
  for_each_printed(map, [&](Value key, Value value) {
    if (!is_first) write(", ");
    is_first = false;
    if (length_ != kUnlimited && left-- == 0) {
      write("...");
      return false;
    }
    print_entry_key(key, lifted);
    write(" ");
    print(value);
    return true;
  });
  write("}");
}

void Printer::print_record(Value record) {
  print_meta(record);
  write("#");
  write_string(cast<Class>(cast<Instance>(record)->type)->name);
  print_map(record, false);
}

}  // namespace clj
