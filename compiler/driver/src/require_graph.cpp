#include "require_graph.h"

#include <algorithm>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/driver/loader.h"
#include "clj/io/class_path.h"
#include "clj/launch/dormant.h"
#include "source_tree.h"

namespace clj::driver {
namespace {

bool is_named(Value v, const char* name) { return is_symbol(v) && symbol_text(v) == name; }

// What one file says.
RequireReader read_requires(const std::string& place, RequireForms forms) {
  std::string text = io::read_place(place);
  BindingScope bindings(load_bindings(place));
  reader::Utf8Source source(text, place);
  reader::Reader reader(source, source_options(place));
  RequireReader requires_;
  try {
    for (Value form; !(form = reader.read()).is_absent();) {
      requires_.top_level(form);
      if (forms == RequireForms::kNamespace) break;
    }
  } catch (const ClojureThrow&) {
    // The build says what is wrong with the text.
  }
  return requires_;
}

class Builder {
 public:
  explicit Builder(RequireForms forms) : forms_(forms) {}
  RequireGraph graph;

  void visit(const std::string& ns) {
    auto open = std::find(chain_.begin(), chain_.end(), ns);
    if (open != chain_.end()) {
      graph.cycles.push_back(shown(open, ns));
      return;
    }
    if (!graph.nodes.try_emplace(ns).second) return;
    std::string path = path_of_namespace(ns);
    std::string place = launch::is_clojures_own(path) ? "" : find_source(path);
    RequireGraph::Node& node = graph.nodes[ns];
    node.file = place;
    if (place.empty()) {
      node.missing = !launch::is_library(path);
      if (node.missing) graph.missing.push_back(shown(chain_.begin(), ns));
      return;
    }
    node.requires_ = read_requires(place, forms_).required;
    chain_.push_back(ns);
    for (const std::string& required : std::vector<std::string>(node.requires_)) visit(required);
    chain_.pop_back();
  }

 private:
  std::string shown(std::vector<std::string>::const_iterator from, const std::string& last) const {
    std::string text;
    for (; from != chain_.end(); ++from) text += *from + " -> ";
    return text + last;
  }
  RequireForms forms_;
  std::vector<std::string> chain_;
};

}  // namespace

void RequireReader::top_level(Value form) {
  if (!is_seq(form) || seq(form).is_nil()) return;
  gc::ValueList items;
  append_elements(form, items);
  if (is_named(items[0], "ns") && items.size() > 1 && is_symbol(items[1])) {
    if (ns.empty()) ns = symbol_text(items[1]);
    for (size_t i = 2; i < items.size(); ++i) clause(items[i]);
  } else if (is_named(items[0], "require") || is_named(items[0], "use")) {
    for (size_t i = 1; i < items.size(); ++i) {
      bool quoted = is_seq(items[i]) && is_named(first(items[i]), "quote") && !next(items[i]).is_nil();
      if (quoted) spec(first(next(items[i])), "");
    }
  } else if (is_named(items[0], "do") || is_named(items[0], "when") || is_named(items[0], "try")) {
    for (size_t i = 1; i < items.size(); ++i) top_level(items[i]);
  }
}

void RequireReader::clause(Value clause) {
  if (!is_sequential(clause) || seq(clause).is_nil() || !is_keyword(first(clause))) return;
  std::string kind = symbol_text(cast<Keyword>(first(clause))->symbol);
  if (kind != "require" && kind != "use") return;
  for_each(rest(clause), [&](Value part) { return spec(part, ""), true; });
}

// lib, [lib option …], (prefix spec …)
void RequireReader::spec(Value value, const std::string& prefix) {
  if (is_symbol(value)) return add(prefix + symbol_text(value));
  if (!is_sequential(value) || seq(value).is_nil() || !is_symbol(first(value))) return;
  bool is_lib = is_vector(value) && (count(value) == 1 || is_keyword(nth(value, 1)));
  if (is_lib) {
    bool alias_only = count(value) == 3 && nth(value, 1) == make_keyword("", "as-alias");
    if (!alias_only) add(prefix + symbol_text(first(value)));
    return;
  }
  std::string outer = prefix + symbol_text(first(value)) + ".";
  for_each(rest(value), [&](Value part) { return spec(part, outer), true; });
}

void RequireReader::add(const std::string& lib) {
  if (std::find(required.begin(), required.end(), lib) == required.end()) required.push_back(lib);
}

RequireGraph require_graph(const std::vector<std::string>& roots, RequireForms forms) {
  Builder builder(forms);
  for (const std::string& root : roots) builder.visit(root);
  return std::move(builder.graph);
}

std::vector<std::string> required_by_file(const std::string& place) { return read_requires(place, RequireForms::kAll).required; }

std::string namespace_in_file(const std::string& place) { return read_requires(place, RequireForms::kAll).ns; }

}  // namespace clj::driver
