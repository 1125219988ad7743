// java.lang.ClassLoader: where programs look up the files that belong to them. There is one: a
// file is looked up in the bundles first, then on the class path.
#include "clj/exec/bundle.h"
#include "clj/io/class_path.h"
#include "iterators.h"
#include "streams.h"

namespace clj::builtins::host {
namespace {

void find_resources(const std::string& name, bool all, gc::ValueList& urls) {
  if (exec::has_resource(name)) urls.push_back(bundle_resource_url(name));
  if (!all && !urls.empty()) return;
  if (all) {
    for (const std::string& place : io::find_all_on_class_path(name)) urls.push_back(place_url(place));
  } else {
    std::string place = io::find_on_class_path(name);
    if (!place.empty()) urls.push_back(place_url(place));
  }
}

}  // namespace

CLJ_FN(class_loader) {
  auto* loader = make_host_object<HostObject>("clojure.lang.DynamicClassLoader");
  return Value::object(loader);
}

// The platform's own classes have none.
CLJ_FN(class_get_class_loader) {
  bool platform = to_utf8(cast<Class>(args[0])->name).rfind("java.", 0) == 0;
  return platform ? Value::nil() : class_loader(args, count);
}

CLJ_FN(class_loader_parent) { return Value::nil(); }

CLJ_FN(class_loader_resource) {
  gc::ValueList urls;
  find_resources(to_utf8(string_arg(args[1])), false, urls);
  return urls.empty() ? Value::nil() : urls[0];
}

CLJ_FN(class_loader_resources) {
  gc::ValueList urls;
  find_resources(to_utf8(string_arg(args[1])), true, urls);
  return make_seq_iterator(seq(make_list(urls.data(), urls.size())), "clojure.lang.SeqEnumeration");
}

CLJ_FN(class_loader_stream) {
  Value url = class_loader_resource(args, count);
  if (url.is_nil()) return url;
  Value call[] = {url};
  return call_host_method(make_symbol("", "openStream"), call, 1);
}

CLJ_FN(class_loader_load_class) {
  std::string name = to_utf8(string_arg(args[1]));
  Value type = find_class(name);
  if (type.is_nil()) throw_error(Error::kClassNotFound, name);
  return type;
}

}  // namespace clj::builtins::host
