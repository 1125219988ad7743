(ns fails.nil-call)


((get {} :handler) 1)
