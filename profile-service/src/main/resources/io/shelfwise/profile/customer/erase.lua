-- Erases a customer, and says so in the log of the customer's part of the store. No one sees it half done.
--
-- KEYS[1]  the log: a stream
-- KEYS[2]  the customer's history: a sorted set of places in the log
-- KEYS[3]  the customer's seen event ids
-- KEYS[4]  the customer's profile
-- KEYS[5]  the customer's person, with the key that it is sealed under
-- ARGV[1]  the erasure, as the log keeps events
--
-- Answers "1" if there was such a customer, else "0".

local STEP = 1000 -- Lua takes only so many values apart at once

if redis.call('EXISTS', KEYS[4]) == 0 then return '0' end

local places = redis.call('ZRANGE', KEYS[2], 0, -1)
for first = 1, #places, STEP do
  redis.call('XDEL', KEYS[1], unpack(places, first, math.min(first + STEP - 1, #places)))
end
redis.call('DEL', KEYS[2], KEYS[3], KEYS[4], KEYS[5])
redis.call('XADD', KEYS[1], '*', 'e', ARGV[1])
return '1'
