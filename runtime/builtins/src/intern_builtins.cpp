// Native functions become vars: once, when the boot image is made. Their documentation is here, so that programs do not carry it.
#include <cstring>
#include <string_view>

#include "clj/builtins/builtins.h"
#include "clj/io/reader.h"
#include "clj/io/writer.h"
#include "native.h"

namespace clj {
namespace builtins {
namespace {

struct Documentation {
  const char* added;     // version of Clojure that brought it, "" for none
  const char* arglists;  // "([x] [x y & more])"
  const char* doc;
};
// By row, as native_rows.
constexpr Documentation kDocumentation[] = {
#define CLJ_NATIVE(ns, name, function, min, max, added, arglists, doc) {added, arglists, doc},
#include "../tables/all.def"
#undef CLJ_NATIVE
};

// Reads the little language of the arglists column: symbols, keywords, (), [] and {}.
class ArglistsReader {
 public:
  explicit ArglistsReader(const char* text) : at_(text) {}

  Value read() {
    skip_spaces();
    switch (*at_) {
      case '(': return collection(')', make_list);
      case '[': return collection(']', make_vector);
      case '{': return collection('}', make_map);
      default: return name();
    }
  }

 private:
  Value collection(char close, Value (*make)(const Value*, size_t)) {
    ++at_;
    gc::ValueList items;
    for (skip_spaces(); *at_ != close; skip_spaces()) items.push_back(read());
    ++at_;
    return make(items.data(), items.size());
  }

  Value name() {
    bool keyword = *at_ == ':';
    at_ += keyword;
    size_t length = std::strcspn(at_, " ()[]{}");
    std::string_view text(at_, length);
    at_ += length;
    return keyword ? make_keyword("", text) : make_symbol("", text);
  }

  void skip_spaces() {
    while (*at_ == ' ') ++at_;
  }

  const char* at_;
};

}  // namespace
}  // namespace builtins

void intern_builtins() {
  bind_root(cast<Var>(roots.var_out), io::make_standard_writer(1));
  bind_root(cast<Var>(roots.var_err), io::make_standard_writer(2));
  bind_root(cast<Var>(roots.var_in), io::make_standard_reader());

  Value kw_added = make_keyword("", "added");
  for (uint32_t i = 0; i < native_row_count; ++i) {
    const NativeRow& row = native_rows[i];
    const builtins::Documentation& text = builtins::kDocumentation[i];
    Value symbol = make_symbol("", row.name);
    Value ns = find_or_create_namespace(make_symbol("", row.ns));
    Var* var = cast<Var>(intern(ns, symbol));
    auto* function = gc::make<NativeFn>();
    function->row = i;
    bind_root(var, Value::object(function));
    Value meta = make_map(nullptr, 0);
    meta = assoc(meta, roots.kw_ns, ns);
    meta = assoc(meta, roots.kw_name, symbol);
    meta = assoc(meta, roots.kw_arglists, builtins::ArglistsReader(text.arglists).read());
    meta = assoc(meta, roots.kw_doc, make_string(text.doc));
    if (text.added[0] != '\0') meta = assoc(meta, kw_added, make_string(text.added));
    if (row.name[0] == '-' && row.name[1] != '\0' && row.name[1] != '\'')
      meta = assoc(meta, roots.kw_private_, Value::boolean(true));
    set_var_meta(var, meta);
  }
}

}  // namespace clj
