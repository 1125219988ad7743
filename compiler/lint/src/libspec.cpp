#include "libspec.h"

#include "clj/core/roots.h"

namespace clj::lint {
namespace {

bool is_key(Value v, const char* name) { return is_keyword(v) && v == make_keyword("", name); }

// 'x is x.
Value unquoted(Value spec) {
  if (!is_seq(spec)) return spec;
  Value op = first(spec);
  return is_symbol(op) && symbol_text(op) == "quote" && !next(spec).is_nil() ? first(next(spec)) : spec;
}

class Parser {
 public:
  Parser(SourceFile& file, std::vector<Requirement>& out) : file_(file), out_(out) {}

  // One argument of require or use.
  void spec(Value spec, const std::string& prefix, bool uses) {
    if (is_symbol(spec)) {
      add(spec, prefix, uses, false);
    } else if (is_vector(spec) && count(spec) > 0 && is_symbol(nth(spec, 0))) {
      if (count(spec) > 1 && !is_keyword(nth(spec, 1))) return list(spec, prefix, uses);  // a prefix list
      Requirement* made = add(nth(spec, 0), prefix, uses, count(spec) > 1);
      if (made != nullptr) options(*made, spec, 1);
    } else if (is_seq(spec)) {
      list(spec, prefix, uses);
    }
  }

 private:
  void list(Value spec_list, const std::string& prefix, bool uses) {
    gc::ValueList parts;
    append_elements(spec_list, parts);
    if (parts.empty() || !is_symbol(parts[0])) return;
    std::string outer = prefix + symbol_text(parts[0]) + ".";
    for (size_t i = 1; i < parts.size(); ++i) spec(parts[i], outer, uses);
  }

  Requirement* add(Value symbol, const std::string& prefix, bool uses, bool has_options) {
    Entry* entry = file_.find(symbol);
    if (entry == nullptr) return nullptr;
    Requirement made;
    made.ns = prefix + symbol_text(symbol);
    made.refers_all = uses;
    made.has_options = has_options;
    made.entry = entry->index;
    out_.push_back(std::move(made));
    return &out_.back();
  }

  void options(Requirement& made, Value spec, int64_t from) {
    for (int64_t i = from; i + 1 < count(spec); i += 2) {
      Value key = nth(spec, i), value = nth(spec, i + 1);
      if ((is_key(key, "as") || is_key(key, "as-alias")) && is_symbol(value)) made.alias = symbol_text(value);
      if (is_key(key, "refer") && is_key(value, "all")) made.refers_all = true;
      if ((is_key(key, "refer") || is_key(key, "only")) && (is_sequential(value) || is_set(value))) {
        made.refers_all = false;
        for_each(value, [&](Value name) {
          Entry* entry = is_symbol(name) ? file_.find(name) : nullptr;
          if (entry != nullptr) made.referred.push_back(entry->index);
          return true;
        });
      }
    }
  }

  SourceFile& file_;
  std::vector<Requirement>& out_;
};

}  // namespace

std::vector<Requirement> requirements_of(SourceFile& file, const List& list) {
  std::vector<Requirement> out;
  Parser parser(file, out);
  if (list.is_core("ns")) {
    for (size_t i = 2; i < list.items.size(); ++i) {
      if (!is_sequential(list.items[i]) || seq(list.items[i]).is_nil()) continue;
      Value kind = first(list.items[i]);
      bool uses = is_key(kind, "use");
      if (!uses && !is_key(kind, "require")) continue;
      for_each(rest(list.items[i]), [&](Value spec) {
        parser.spec(spec, "", uses);
        return true;
      });
    }
  } else if (list.is_core("require") || list.is_core("use")) {
    for (size_t i = 1; i < list.items.size(); ++i) parser.spec(unquoted(list.items[i]), "", list.is_core("use"));
  }
  return out;
}

std::string munged(std::string ns) {
  for (char& c : ns) c = c == '-' ? '_' : c;
  return ns;
}

}  // namespace clj::lint
