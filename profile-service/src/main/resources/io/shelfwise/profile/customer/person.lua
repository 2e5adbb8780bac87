-- Writes who a customer is, and notes in the profile when that was.
--
-- KEYS[1]     the person: a hash
-- KEYS[2]     the profile: a hash
-- ARGV[1]     the time, in milliseconds
-- ARGV[2...]  in turn: field, sealed value; an empty value takes the field away
--
-- Answers "1".

for i = 2, #ARGV, 2 do
  if ARGV[i + 1] == '' then
    redis.call('HDEL', KEYS[1], ARGV[i])
  else
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
  end
end
redis.call('HSETNX', KEYS[2], 'created', ARGV[1])
redis.call('HSET', KEYS[2], 'updated', ARGV[1])
return '1'
