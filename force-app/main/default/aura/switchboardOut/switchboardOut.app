<aura:application access="GLOBAL" extends="ltng:outApp">
    <aura:dependency resource="c:switchboard" />
</aura:application>
